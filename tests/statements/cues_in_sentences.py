"""Cues in sentences of our own: [source] {cue} <content>, and what the cue makes of it."""

SENTENCES = """
speech asserted | [Vale] {said} <that the dam leaks>.
speech asserted | [Vale] {told} the board <that the dam leaks>.
speech asserted | {According to} [Vale], <the dam leaks>.
speech asserted | [Vale]{:} <The dam leaks>
speech asserted | <“The dam leaks,”> {said} [Vale].
speech asserted | [Vale] {went on to say} <that the dam leaks>.
speech asserted | [Vale] {pointed out} <that the dam leaks>.
speech asserted | [Vale] {has repeatedly insisted} <that the dam leaks>.
speech asserted | [Vale] {accused} <the board of neglect>.
speech asserted | [Vale] {made clear} <that the dam leaks>.
speech asserted | [Vale] {made the claim} <that the dam leaks>.
speech asserted | [Vale]’s {claim} <that the dam leaks> went round the town.
speech asserted | [Vale]’s {promise} <to mend the dam> was kept.
speech asserted | [The minister] {pledged} <to mend the dam>.
speech asserted | [The mayor] {expressed concern} <about the dam>.
speech asserted | [The mayor] {was outspoken about} <the dam>.
speech asserted | [The mayor] {called for} <a new dam>.
speech asserted | [The crew] {chanted} <“Mend the dam!”>
speech asserted | [The town] {announced} <a new dam>.
speech asserted | In {the words} of [the mayor], <it is a ruin>.
speech asserted | [The mayor] {shot back} <“Mend it yourself.”>
speech asserted | [The mayor] {put it} plainly: <“It leaks.”>
speech asserted | [The mayor] {made no secret of} <her contempt for the board>.
speech asserted | [The mayor] {criticised} <the plan>.
speech asserted | [The mayor] {did not hesitate to say} <that the dam leaks>.
speech asserted | [The mayor] {did not fail to mention} <that the dam leaks>.
speech asserted | [The mayor] {not only said} <that the dam leaks>, but showed it.
speech asserted | [The mayor] {never tires of saying} <that the dam leaks>.
speech asserted | [The mayor] {cannot say enough} <about the crew>.
speech asserted | [The mayor] {did not stop saying} <that the dam leaks>.
speech asserted | [The mayor], who did not come, {said} <the dam leaks>.
speech asserted | [No. 2 in the ministry] {said} <the dam leaks>.
speech asserted | [The mayor] in May {said} <the dam leaks>.
speech asserted | <“I never took it,”> [the mayor] {denied}.
speech asserted | [The mayor] {asked}: <“Does it leak?”>
speech asserted | [The mayor] {dismissed} <the report as gossip>.
writing asserted | [Vale] {wrote} <that the dam leaks>.
writing asserted | [Vale] {tweeted} <“It leaks.”>
writing asserted | [Vale] {retweeted} <a picture of the dam>.
writing asserted | [Vale] {said in a statement} <that the dam leaks>.
writing asserted | [Vale] {said} in a statement <that the dam leaks>.
writing asserted | <“It leaks,”> {said} [Vale] in an email to the board.
writing asserted | [Vale] {said on Twitter} <that the dam leaks>.
writing asserted | [The report] {said} <that the dam leaks>.
writing asserted | [A survey of the valley] {found} <that the dam leaks>.
writing asserted | [Her letter] {claims} <that the dam leaks>.
writing asserted | [A poster] {read} <“Mend the dam”>.
writing asserted | In [her] {op-ed}, <the dam leaks>.
writing asserted | [Vale] {published} <a list of the cracks>.
thought asserted | [Vale] {believes} <that the dam leaks>.
thought asserted | [Vale] {thought} <the dam leaked>.
thought asserted | [Vale] {hopes} <the dam will hold>.
thought asserted | [Vale] {fears} <a flood>.
thought asserted | [The town]’s {fears} <of a flood> grow.
thought asserted | [Vale] {is confident} <the dam will hold>.
thought asserted | [Vale] {views} <the dam as a ruin>.
thought asserted | [Vale]’s {belief} <that the dam leaks> is shared by few.
thought asserted | [Vale] {is worried about} <the dam>.
thought asserted | [Vale] {supports} <the new dam>.
thought asserted | [Vale] {does not doubt} <that the dam leaks>.
thought asserted | [Vale] {has no doubt} <that the dam leaks>.
thought asserted | [No one] {doubts} <that the dam leaks>.
thought asserted | [Vale] {knows} <that the dam leaks>.
thought asserted | [Vale] {cannot help thinking} <that the dam leaks>.
thought asserted | [Vale] {is expected} <to win>.
intention asserted | [Vale] {plans} <to mend the dam>.
intention asserted | [Vale] {is planning} <a new dam>.
intention asserted | [Vale] {wants} <to mend the dam>.
intention asserted | [Vale] {would like} <a new dam>.
intention asserted | [Vale] {decided} <to mend the dam>.
intention asserted | [Vale]’s {decision} <to mend the dam> came late.
intention asserted | [Vale] {plans to announce} <a new dam>.
intention asserted | [Vale] {is willing} <to mend the dam>.
intention asserted | [Vale] {cannot wait} <to mend the dam>.
speech denied | [Vale] {denied} <that the dam leaks>.
speech denied | [Vale] {strongly denied} <taking the money>.
speech denied | [Vale] {has denied} <any part in it>.
speech denied | [Vale] {pleaded not guilty} <to fraud>.
speech denied | [Vale] {rejected claims that} <the dam leaks>.
speech denied | [Vale] {rejected} <the charge>.
speech denied | [Vale] {disputed} <that the dam leaks>.
speech denied | [Vale] {ruled out} <a new dam>.
speech denied | [Vale] {argued against} <a new dam>.
speech denied | [Vale] {expressed doubts about} <the dam>.
speech denied | [Vale] {promised not to} <raise the rent>.
speech denied | [Vale]’s {denial} <that the dam leaks> was firm.
speech denied | [Vale] {dismissed} <the story that the dam leaks>.
speech denied | [Vale] {retracted} <her claim that the dam leaks>.
speech denied | [Vale] {rejected} <the plan as unsafe>.
speech denied | [Vale] {spoke against} <the plan>.
writing denied | [Vale] {issued a statement in opposition to} <the plan>.
thought denied | [Vale] {is opposed to} <electing Brann as mayor>.
thought denied | [Vale] {does not think} <that the dam leaks>.
thought denied | [Vale] {doesn’t believe} <the dam leaks>.
thought denied | [Vale] {no longer believes} <that the dam leaks>.
thought denied | [Vale] {never thought} <the dam would leak>.
thought denied | [No one] {believes} <that the dam leaks>.
thought denied | [Few] {believe} <that the dam leaks>.
thought denied | [Vale] {doubts} <that the dam leaks>.
thought denied | [Vale] {is sceptical about} <the dam>.
thought denied | [Vale] {opposes} <a new dam>.
thought denied | [Vale] {refuses to believe} <that the dam leaks>.
thought denied | [Vale] {does not support} <a new dam>.
thought denied | [Vale]’s {opposition to} <a new dam> is known.
intention denied | [Vale] {does not want} <a new dam>.
intention denied | [Vale] {has no plans} <to mend the dam>.
intention denied | [Vale] {refused} <to mend the dam>.
intention denied | [Vale] {is unwilling} <to mend the dam>.
intention denied | [Vale] {declined} <to leave the hall>.
speech not_said | [Vale] {did not say} <that the dam leaks>.
speech not_said | [Vale] {never said} <that the dam leaks>.
speech not_said | [Vale] {hasn’t said} <that the dam leaks>.
speech not_said | [Vale] {did not say} <“the dam leaks”>.
speech not_said | [Vale] has never {said} <that the dam leaks>.
speech not_said | [Vale] did not, however, {say} <that the dam leaks>.
speech not_said | [Vale] {has yet to say} <that the dam leaks>.
speech not_said | [Vale] has yet to {say} <that the dam leaks>.
speech not_said | [Vale] {would not say} <that the dam leaks>.
speech not_said | [Vale] {refused to say} <that the dam leaks>.
speech not_said | [Vale] refused to {say} <that the dam leaks>.
speech not_said | [Vale] {stopped short of saying} <that the dam leaks>.
speech not_said | [Vale] {failed to mention} <that the dam leaks>.
speech not_said | [Vale] {made no mention of} <the dam>.
speech not_said | [Vale] spoke {without mentioning} <the dam>.
speech not_said | [Vale] {said nothing about} <the dam>.
speech not_said | [Vale] {said} <nothing about the dam>.
speech not_said | [Nobody] {said} <that the dam leaks>.
speech not_said | [No official] {has said} <that the dam leaks>.
speech not_said | [None of the officials] {said} <that the dam leaks>.
speech not_said | [Neither Vale nor Brann] {said} <that the dam leaks>.
speech not_said | Nor did [Vale] {say} <that the dam leaks>.
speech not_said | Never has [Vale] {said} <that the dam leaks>.
speech not_said | None of [the officials] {said} <that the dam leaks>.
speech not_said | There is no evidence that [Vale] {said} <that the dam leaks>.
speech not_said | It is not true that [Vale] {said} <the dam leaks>.
speech not_said | [Vale] {can’t have said} <that the dam leaks>.
speech not_said | [Vale] {has not endorsed} <a new dam>.
writing not_said | [Vale] {did not write} <that the dam leaks>.
writing not_said | [Vale] {never tweeted} <“It leaks.”>
writing not_said | [The report] {does not say} <that the dam leaks>.
speech open | [Vale] {refused to say whether} <the dam leaks>.
speech open | [Vale] {would not say} <whether the dam leaks>.
speech open | [Vale] {did not say} <if the dam leaks>.
speech open | [Vale] {refused} <to say whether the dam leaks>.
speech open | [Vale] {declined to comment on} <the dam>.
speech open | [Vale] {declined} <to comment on the dam>.
speech open | [Vale] {did not respond to} <a question about the dam>.
speech open | [Vale] {did not deny} <that the dam leaks>.
speech open | [Vale] {never denied} <that the dam leaks>.
speech open | [Nobody] {denied} <that the dam leaks>.
speech open | [Vale] {could not rule out} <that the dam leaks>.
speech open | [Vale] {refused to rule out} <a new dam>.
speech open | [Vale] {did not confirm} <that the dam leaks>.
speech open | [Vale] {did not stop to answer} <any questions>.
speech open | [Vale] {was asked} <a simple question about the dam>.
speech asserted | [Vale] {asked} <the board to leave>.
speech open | [Vale] {asked whether} <the dam leaks>.
speech open | [Vale] {asked} <why the dam leaks>.
speech open | [Vale] {wondered} <if the dam leaks>.
speech open | [Vale] {was asked about} <the dam>.
speech open | [Vale] {questioned} <the need for a dam>.
speech open | [Vale] {raised questions about} <the dam>.
thought open | [Vale] {does not know} <whether the dam leaks>.
thought open | [Vale] {was not sure} <that the dam leaks>.
thought open | [Vale] {is unsure} <whether the dam leaks>.
thought open | {It is unclear} <whether the dam leaks>.
thought open | [Vale] {did not remember} <that the dam leaked>.
intention open | [Vale] {has not decided whether} <to mend the dam>.
speech open hedged | If [Vale] {says} <that the dam leaks>, we close it.
speech open hedged | Did [Vale] {say} <that the dam leaks>?
speech open hedged | It is unclear whether [Vale] {said} <that the dam leaks>.
speech asserted hedged | [Vale] {reportedly said} <that the dam leaks>.
speech asserted hedged | [Vale] reportedly {told} the board <that the dam leaks>.
speech asserted hedged | [Vale] {may have said} <that the dam leaks>.
speech asserted hedged | [Vale] might {say} <that the dam leaks>.
speech asserted hedged | [Vale] {allegedly told} the board <that the dam leaks>.
speech asserted hedged | [Vale] {is said to have told} the board <that the dam leaks>.
speech asserted hedged | [Vale] is reported to have {told} the board <that the dam leaks>.
speech asserted hedged | [Vale] {seemed to suggest} <that the dam leaks>.
speech asserted hedged | [Vale] {apparently told} the board <that the dam leaks>.
speech asserted hedged | Perhaps [Vale] {said} <that the dam leaks>.
speech denied hedged | [Vale] {reportedly denied} <that the dam leaks>.
speech not_said hedged | [Vale] {apparently did not say} <that the dam leaks>.
thought asserted hedged | [Vale] {seems to think} <that the dam leaks>.
thought asserted hedged | [Vale] {seemed} <tired of the dam>.
thought asserted hedged | [Vale] {may think} <that the dam leaks>.
intention asserted hedged | [Vale] {reportedly plans} <to mend the dam>.
none asserted | [Vale] {glorped} <that the dam leaks>.
"""
