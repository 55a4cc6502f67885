"""Given names that tell a man or a woman, in stories written in English."""

MALE = """
abdullah adam ahmed ahmad alan albert alejandro alex alexander alexei alexey ali allen andre andrei
andrew andrey andy angelo anthony antonio antony arthur anatoly barack barry bashar ben benjamin
benny bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian
bruce bryan carl carlos cary chad charles charlie chris christopher chuck clarence clay colin corey
cory craig curt dan daniel danny darrell dave david dean dennis derek dick dmitry dmitri dominic
don donald doug douglas duncan dwight earl ed eddie edgar eduardo edward edwin elijah elliot
emmanuel enrique eric erik ernest ethan eugene evan fernando francis francois frank franklin fred
frederick gabriel gary gavin gennady geoffrey george gerald gerard gilbert giuseppe glenn gordon
grant greg gregory guy hamid harold harry hasan hassan henry herbert herman hossein howard hugh
hussein ian igor ilya ivan jack jacob jake jamal james jamie jared jason javad jay jeb jeff jeffrey
jeremy jerome jerry jesse jim jimmy joe joel john johnny jon jonathan jorge jose joseph josh joshua
juan julian justin karl keith ken kenneth kevin khalid kirk konstantin kurt kyle larry lance lee
len leo leon leonard leonid lewis lindsey lloyd lou louis luis luke lyndon mahmoud malcolm marc
marco marcus mario mark markus martin marvin matt matthew maurice max mehmet mel mevlut michael
miguel mike mikhail mitch mitt mohammad mohammed muhammad mukhtar nathan neil newt nicholas nick
nicolas nikolai nikolay noah norman nursultan oleg oliver omar oscar otto owen patrick paul pavel
pedro pete peter phil philip phillip pierre rafael ralph ramzan ramon rand randall randy raul ray
raymond recep reince ricardo richard rick rob robert roberto robin rodney rodrigo roger roland ron
ronald ross roy rudolph rudy rupert russ russell ryan sajid salman sam samuel scott sean sebastian
sergei sergey seth shane shawn shinzo sid sidney simon sir spencer stanley staffan stefan stephen
sterling steve steven stuart ted terrence terry theodore thomas tim timothy toby todd tom tommy
tony travis trent trevor tyler valery vasily victor viktor vince vincent vitaly vladimir volodymyr
wallace walter warren wayne wesley will william woodrow yevgeny yuri zachary antonio ashraf beibut
geir joschka jens kassym-jomart nikol ilham hakan hulusi adel ibrahim jean-yves heiko olaf kofi ban
"""

FEMALE = """
abigail alexandra alice alicia alison amanda amber amy ana andrea angela angelina anita ann anna
anne annie april ashley audrey barbara beth betsy betty beverly bonnie brenda bridget brittany
carla carly carmen carol caroline carolyn catherine cathy charlotte chelsea cheryl christina
christine cindy claire clara claudia condoleezza connie crystal cynthia dana danielle dawn debbie
deborah debra denise diana diane dianne dolores donna dorothy ekaterina elaine eleanor elena
elizabeth ellen emily emma erica erin eva evelyn federica fiona florence gabrielle gail geraldine
gina gloria grace greta gwen hannah heather heidi helen hillary holly hope huma ida irina isabel
ivanka jackie jacqueline jane janet janice jean jeanne jen jenna jennifer jenny jessica jill joan
joanna joanne josephine joy joyce judith judy julia julie june kamala karen karin kate kathleen
katherine kathryn kathy katie kayla kellyanne kim kimberly kirsten kristen kristina laura lauren
laurie leslie leticia linda lisa liz lois loretta lori louise lucy lydia lynn madeleine margaret
maria marian marie marilyn marina marine megyn meghan marjorie marsha martha mary maureen megan
melania melissa meryl michele michelle mika molly monica nadia nancy naomi natalia natalie natasha
nellie nicole nikki nina norma olga olivia oprah paige pamela patricia patty paula peggy penny
phyllis priscilla rachel rebecca regina renee rhonda rita roberta robin rosa rose rosemary ruth
sally samantha sandra sara sarah sharon sheila shelly sheryl shirley sofia sonia sophie stacy
stephanie sue susan susana suzanne svetlana sylvia tamara tara tatiana teresa theresa tiffany tina
tracy tulsi ursula valentina valerie vanessa vera veronica victoria virginia vivian wendy whitney
whoopi yelena yulia zoe chunying
"""
