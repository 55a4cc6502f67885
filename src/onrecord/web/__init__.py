"""The web app: pages that show the evidence to a person, and the JSON API beside them.

app.py          the application put together: routes, errors, what every answer carries
serving.py      the application on a socket
settings.py     what it is started with
pool.py         a store for each request that is being answered
guards.py       which requests are let in, and the headers that every answer has
problems.py     what went wrong, as a page or as problem details
templating.py   pages from templates; navigation.py is where one can go
pages/          one file a page        api/  one file a resource
templates/  static/                    what is sent to browsers; nothing of it comes from elsewhere

Pages work without scripts, and each state of a page is in its address.
"""

from onrecord.web.app import create_app
from onrecord.web.serving import run
from onrecord.web.settings import Settings

__all__ = ["Settings", "create_app", "run"]
