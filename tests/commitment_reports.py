"""Reports of our own about several negotiations, for tests of commitments; names and events are invented."""

from __future__ import annotations

FERRIES = """\
HARROW BAY — Northern Ferries said on Monday that it would reinstate 40 dismissed deckhands as soon as \
the Seafarers’ Union ends its walkout, but the union said it would not end the strike until the crews \
are back at work.

“We will return to work the day Northern Ferries drops the new rosters,” Ana Ruiz, the president of the \
Seafarers’ Union, told reporters. She said passengers could face delays. Fares will rise in June.

The company withdrew its offer to extend the contract after the vote. Northern Ferries had promised to \
raise wages by 4 percent. The mayor said that Northern Ferries will sell two ships.
"""

TARIFFS = """\
OTTAWA — Canada pledged on Tuesday to lift its tariffs on steel in exchange for a quota on lumber, and \
Mexico agreed to open its market to American corn.

“Unless the tariffs are lifted, Canada will suspend exports of electricity,” Canada’s trade minister, \
Marc Dubois, said at a news conference. He might also cancel a summit, he said. Talks will resume on \
Friday.

Japan offered to lower its duties on beef if Washington exempts Japanese cars. Japan’s foreign minister, \
Kenji Mori, accused the United States of breaking its promise to freeze new duties. The White House \
demanded a pledge from Japan to buy more wheat.
"""

TRUCE = """\
GENEVA — Ukraine accused Russia on Sunday of violating the cease-fire within hours. Russia’s foreign \
minister said that Ukraine had promised to leave the town.

Israel and Hamas accused each other of breaking the truce. “We will free the hostages once Israel \
withdraws its troops,” a Hamas spokesman, Omar Said, said. Israel will not withdraw until Hamas frees \
all hostages, Israel’s defense minister, Avi Barak, said.

Chad kept its promise to release 30 prisoners. Niger has not agreed to withdraw. If Chad pledges to \
reopen the border, diplomats said, the war could end.
"""

URANIUM = """\
VIENNA — Under the deal, Iran will dilute its stockpile of uranium and the United States will ease \
sanctions. The agreement requires Iran to dismantle two reactors. A draft accord would require \
inspections.

Iran will ship its uranium abroad provided that Britain does the same, said Iran’s president, Reza \
Karim. He said the United States would lift its embargo. The European Union is ready to unfreeze assets. \
The European Union is ready to release frozen assets if Iran admits inspectors, said the European \
Union’s foreign policy chief, Eva Lund.

The United States withdrew from the nuclear treaty in 2018. Both sides agreed not to raise tariffs.
"""
