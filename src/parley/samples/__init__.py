"""Six short reports written for Parley, so that it can be tried and tested without anybody's copyright.

The dam on the Ilmar comes on consecutive days, with a copy of the second report as a synonym spinner leaves
it; its countries, people and words are invented, and so are those of the port strike, told in British style.
The Black Sea grain agreement of July 2022 and the Nagorno-Karabakh cease-fire of October 2020 are public
facts told in our own sentences: nobody is quoted. All outlets are invented.
"""
