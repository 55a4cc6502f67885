"""An MCP server, by which agents check what they quote: few tools, all of them only read.

server.py        the server: tools, documents as resources, a prompt
tools.py         the tools as they are called; wording.py what an agent is told of them
quotations.py searching.py reading.py processes.py
                 what the tools do, each with a store
shapes.py        their results; citing.py what to cite; paging.py results in portions
failing.py       what went wrong, as a code and one line
transports.py    over standard input and output, or HTTP on this machine
"""

from onrecord.mcp.server import create_server, open_stores
from onrecord.mcp.transports import Admission, serve_http, serve_stdio

__all__ = ["Admission", "create_server", "open_stores", "serve_http", "serve_stdio"]
