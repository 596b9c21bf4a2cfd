"""Reports about several negotiations, with copies of them as they are made: for tests of copies."""

from __future__ import annotations

FERRIES = """\
PORT SELLICK — Ferry crews on the Lorne Strait voted on Tuesday to suspend their strike for ten days after \
the operator, Caldermouth Lines, offered to reopen talks on night shifts.

The vote, announced outside the union hall on Quay Street, ends a walkout that left 14,000 passengers \
stranded and emptied supermarket shelves on the islands of Ness and Tarra.

“Nobody on these boats wanted to see the islands go short,” said Morag Tennant, who leads the Seafarers' \
Alliance. “But a crew that has slept four hours cannot be asked to bring a ship through the Narrows in \
January.”

Caldermouth said it would accept an independent review of rest periods if the union dropped its demand for \
a fifth deckhand on the evening sailing. The company's director, Piers Aldgate, called the proposal fair \
and said the first vessels would leave the harbour at dawn on Wednesday.

The two sides have been at odds since October, when Caldermouth cut the winter timetable and merged three \
rosters into one. A state mediator, Judge Ilse Varga, is expected to chair a meeting in Sellick on Friday \
afternoon.

Shopkeepers on Tarra welcomed the pause with caution. Several said that they had been promised a \
settlement before Christmas, and that the last agreement held for only six days before a dispute over \
overtime brought it down.

The Transport Ministry, which pays Caldermouth a subsidy of 31 million crowns a year, declined to comment \
on whether the money would be withheld if the boats stopped again.
"""

FERRIES_BY_ANOTHER = """\
Boats will sail again to Ness and Tarra from Wednesday morning, ending a nine-day shutdown that has cost \
hotels on the two islands dearly.

Members of the Seafarers' Alliance backed a truce with Caldermouth Lines by 212 votes to 64, according to \
people who were in the room. It lasts ten days. Union leader Morag Tennant told a crowd that cheered her \
that the fight over tired crews was “parked, not over”.

For the hotel owners, the news came too late to save the New Year trade. Hamish Orr, who runs the Beacon \
Inn, said he had sent his kitchen staff home a week ago and would not get them back before spring.

Managers at the ferry company are said to be split. Mr Aldgate wants a deal before shareholders meet next \
month; others fear that giving way on rest would open the door to the same claim on the southern routes.

Judge Varga, the mediator whom both camps trust, has cleared her diary for Friday. She settled the pilots' \
dispute three years ago in a single night, a feat few expect her to repeat.
"""

GRAIN = """\
TESSARIN, Oct. 9 — The coastal republics of Ostrava Bay and the Karelline Federation agreed on Thursday to \
let grain ships pass the Tessarin Strait under the flag of a third country, officials from both \
governments said.

Under the arrangement, inspectors from Norland will board each vessel at anchor and will have 18 hours to \
clear it. No warship may come within four miles of the lane. The deal runs until March 31 and renews \
itself unless one side objects.

“This is bread, not politics,” said Karelline's trade envoy, Anton Birke, after six hours of talks at the \
customs house. “We will watch every sailing, and we will stop the first one that carries anything else.”

Ostrava Bay's deputy premier, Lena Mazur, said that her government had made no concession on the islands \
that both countries claim. She added that the lane would be mined again within a day if patrol boats \
crossed it.

Traders doubted that many owners would risk the passage before insurers spoke. Premiums for the strait \
have risen fivefold since a tanker struck a mine off Cape Loom in August, killing three of its crew.

Norland's foreign minister, Sigrid Haal, who brokered the agreement, said that the first convoy of seven \
ships could leave Tessarin as early as Sunday if the weather held. She refused to say who would pay for \
the inspectors.
"""

GRAIN_BACK_TRANSLATED = """\
TESSARIN, Oct. 9 — The coast republics Ostrava Bay and the Karelline Federation have agreed Thursday that \
grain vessels may go through the Tessarin Strait with a third state's flag, said representatives of both \
governments.

According to the agreement, inspectors of Norland go on board of every ship at anchor and have 18 hours in \
order to release it. Warships are not allowed to approach the route nearer than four miles. The accord is \
valid until March 31 and is prolonged automatically if no side raises objections.

“It is about bread, not about politics,” declared the trade representative of Karelline, Anton Birke, \
after six hours of conversations in the customs building. “We are going to observe each departure, and \
will halt the first one which transports something different.”

The vice premier of Ostrava Bay, Lena Mazur, explained her government had conceded nothing regarding the \
islands claimed by both states. The route would again be mined within one day, she continued, in case \
patrol vessels cross it.

Merchants had doubts whether many shipowners would dare the passage before the insurers express \
themselves. The premiums for the strait went up five times after in August a tanker ran on a mine before \
Cape Loom, whereby three crew members died.

The foreign minister of Norland, Sigrid Haal, who mediated the accord, said the first convoy with seven \
vessels might depart Tessarin already on Sunday if the weather holds. She did not want to say who is going \
to pay the inspectors.
"""

READOUT_NORTH = """\
The Office of the Special Envoy issued the following statement after the meeting of the technical teams.

In line with the understanding between Envoy Halvard Moe and President Aru Senge, the Envoy's office \
hosted talks with the delegation of Kirendo on June 3 and 4 in Lake Town. Following those talks, the \
parties state as follows.

The Envoy's office and Kirendo agreed to keep the Mbele road open, to refrain from the use of force, and \
to prevent the use of relief trucks for military purposes in the valley.

The Envoy's office will help to restore Kirendo's access to the copper market, to lower the cost of \
freight, and to reopen the clearing accounts of its state bank.

The Envoy's office and Kirendo agreed to draw up measures for carrying out President Senge's promise to \
halt strikes on dams in Kirendo and Amanti.

The Envoy's office and Kirendo welcome the good offices of third countries that support the arrangement.

The Envoy's office thanks Governor Ruta Lind for the hospitality of Lake Town.
"""

READOUT_SOUTH = """\
The Office of the Special Envoy issued the following statement after the meeting of the technical teams.

In line with the understanding between Envoy Halvard Moe and Prime Minister Dela Okoro, the Envoy's office \
hosted talks with the delegation of Amanti on June 3 and 4 in Lake Town. Following those talks, the \
parties state as follows.

The Envoy's office and Amanti agreed to keep the Mbele road open, to refrain from the use of force, and to \
prevent the use of relief trucks for military purposes in the valley.

The Envoy's office and Amanti agreed that the office remains committed to the exchange of captives, the \
release of detained farmers, and the return of the children taken from Oru district.

The Envoy's office and Amanti agreed to draw up measures for carrying out Prime Minister Okoro's promise \
to halt strikes on dams in Kirendo and Amanti.

The Envoy's office and Amanti welcome the good offices of third countries that support the arrangement.

The Envoy's office thanks Governor Ruta Lind for the hospitality of Lake Town.
"""

LETTER = (
    "I have read your proposal with care and with regret. We offered you a treaty that would have "
    "kept our rivers clean"
    "and your mills running, and you answered with a tariff. I cannot ask my parliament to sit with a "
    "government that"
    "doubles its duties in the week before we meet.",
    "You speak of partnership, but partnership is not a word one uses on Monday and taxes on Tuesday. "
    "Our farmers have"
    "waited eleven years for the sluices at Brannock to be opened, and they will not wait for another "
    "commission.",
    "If you change your mind, my door is open and my telephone is on the desk. Until that day I have "
    "told our delegation"
    "to return home, and I ask you to let them cross the bridge without the searches to which they "
    "were put last month.",
)

LETTER_QUOTED = f"""\
The prime minister of Velden has called off next week's water summit with neighbouring Orsk, throwing \
months of quiet diplomacy into doubt.

In a letter made public late on Sunday, Katrin Solberg told her counterpart that new duties on timber had \
made a meeting impossible.

“{LETTER[0]}

“{LETTER[1]}

“{LETTER[2]}”

Officials in Orsk said they had learned of the decision from the radio. A spokeswoman for the cabinet \
there said it would answer in its own time, and that the timber duties had been planned since the spring.
"""

LETTER_PRINTED = f"""\
Solberg slams the door: read her full message to Orsk

Velden's leader does not often raise her voice. She did on Sunday, when her office sent out the text below \
an hour before the evening news and without a word of warning to her coalition partners.

The row had been building for a fortnight, since customs men at Brannock began charging double for every \
truckload of pine. Here is what she wrote:

{LETTER[0]}

{LETTER[1]}

{LETTER[2]}

Political scientist Joris Fenn of Halden University reads the letter as a message to voters at home, with \
three weeks to go before regional polls in which the Greens threaten to overtake her party.
"""

BRIEFING_ONE = """\
ALDERMERE — The health ministers of nine lake states put off until autumn a decision on sharing vaccine \
plants, after Brezia asked for more time to study the costs, diplomats said on Monday.

The delay disappointed smaller members, which have no laboratories of their own and had counted on the \
first deliveries by July. “We shall vaccinate with promises, then,” said the minister of Lumsk, Oda \
Ferrant.

Brezia's delegate, Tomas Quill, said his country supported the plan but could not sign a bill without \
knowing its sum. He proposed that an auditor report by August 20.

The chairwoman of the meeting, Vesna Arko, said that eight of nine states had been ready to vote and that \
she would call a special session if the auditor finished early.
"""

BRIEFING_TWO = """\
HOLT — Teachers in four northern counties will be asked to vote on a pay offer of 6.2 per cent over two \
years, their union said, in a step that could end the longest school dispute since 1988.

The offer falls short of the nine per cent that the union sought, but comes with smaller classes for the \
youngest children. “It is not a triumph, it is a timetable,” said the union's president, Ewan Brodie, at a \
news conference.

County officials said that they would find the money by closing two administrative offices in Holt and \
Ferring.

Ballots go out on Thursday and will be counted on May 14. Picket lines stay up until then at the 31 \
schools where exams have been postponed.
"""

DIGEST = f"""\
Good morning. Here is what moved overnight across the region, and what to look for in the day ahead.

{BRIEFING_ONE}
{BRIEFING_TWO}
In other news, the rail link between Farrow and the coast is to close for repairs, the spring tide passed \
without floods at Gell, and the orchestra of the lake states has chosen a new conductor, who takes up the \
post in September and has promised to bring back the open-air concerts on the old pier that were stopped \
eleven years ago for want of money.

The central bank meets at noon and is expected to leave its rate alone. Rain will reach the hills by \
evening. We are back tomorrow at six.
"""

GROUP_IN_MAY = """\
The contact group met in Lisk on Monday under the chairmanship of Ambassador Ferdinand Pell.

The parties discussed the withdrawal of heavy weapons from the Orra valley and agreed on a calendar for \
the return of displaced families to eleven villages.

The parties regretted that two lorries of the relief convoy had been held at the Dorn bridge.

The chairman thanked the parties for their constructive approach and called on them to refrain from any \
step that could undermine the process.

The next meeting of the contact group will take place in Lisk on 4 June.
"""

GROUP_IN_JUNE = """\
The contact group met in Lisk on Monday under the chairmanship of Ambassador Ferdinand Pell.

The parties discussed the supply of drinking water to the eastern districts, and named three engineers who \
will survey the pumping station before the summer heat.

The parties regretted that no list of missing soldiers had been handed over by either army so far.

The chairman thanked the parties for their constructive approach and called on them to refrain from any \
step that could undermine the process.

The next meeting of the contact group will take place in Lisk on 18 June.
"""
