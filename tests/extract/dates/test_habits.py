"""Dates as many councils write them, each in a sentence of its own: read right or left alone."""

from datetime import date

import pytest

from csp_extract.extract.dates import find_dates
from csp_extract.extract.plain import lay_out_plain
from csp_extract.extract.reading import Reading
from csp_extract.extract.sentences import passages_of
from csp_extract.records import About

MEETING = date(2023, 6, 14)
# A sentence, and the EDTF or the repetition rule of every date in it, in order.
HABITS = (
    ("Cabinet, Tuesday, 20th June, 2023, 6.30 p.m.", "2023-06-20"),
    ("Dydd Mercher 14 June 2023", "2023-06-14"),
    ("This covers the period 1.4.22 - 31.3.23.", "2022-04-01/2023-03-31"),
    ("Data from 01/04/2022 to 31/03/2023 are shown.", "2022-04-01/2023-03-31"),
    ("Figures for April 22 - March 23 are attached.", "2022-04/2023-03"),
    ("In Q4 (Jan-Mar 2023) there were 44 incidents.", "2023-01/2023-03; 2023-01/2023-03"),
    ("Q3 22/23 saw a rise.", "2022-10/2022-12"),
    ("The pilot came to an end on 31 March.", "2023-03-31"),
    ("The drop-in came to a close in May.", "2023-05"),
    ("The pilot ends on 31 March.", "2024-03-31"),
    ("The visit planned for May had to be postponed.", "2023-05"),
    ("In 2022/2023 burglary fell.", "2022-04-01/2023-03-31"),
    ("FYE 2023 outturn was £1m.", "2022-04-01/2023-03-31"),
    ("For the year ending March 2023 crime rose.", "2022-04/2023-03"),
    ("12 months ending 31 December 2022 saw a fall.", "2022-01-01/2022-12-31"),
    ("Rolling year to date (May 22 to Apr 23)", "2022-05/2023-04"),
    ("The plan 2022-25 will be reviewed.", "2022/2025"),
    ("The strategy runs from 2021 until 2024.", "2021/2024"),
    ("By 5pm on Friday 30th June bids must be in.", "2023-06-30"),
    ("No later than close of play on 7 July 2023.", "2023-07-07"),
    ("Work will start w/c 19th June.", "2023-06-19/2023-06-25"),
    ("The consultation runs 12 June - 24 July 2023.", "2023-06-12/2023-07-24"),
    ("It took place between the 5th and 7th of May 2023.", "2023-05-05/2023-05-07"),
    ("Sessions on 3rd, 10th, and 17th July 2023.", "2023-07-03; 2023-07-10; 2023-07-17"),
    ("A day of action (6/6/23) was held.", "2023-06-06"),
    ("The HMICFRS report (Feb '23) found this.", "2023-02"),
    ("It was agreed in the autumn of 2022.", "2022-23"),
    ("Mid-2024 is the target.", "2024-05/2024-08"),
    ("Completion is due in late summer 2023.", "2023-22"),
    ("By the end of Q2 2023/24 all will be done.", "2023-09-30"),
    ("The first half of 2023-24 will be busy.", "2023-04/2023-09"),
    ("Since April 2021, 45 people have been helped.", "2021-04"),
    ("It meets on the third Thursday of every month.", "FREQ=MONTHLY;BYDAY=3TH"),
    ("Patrols run every Friday and Saturday night.", "FREQ=WEEKLY;BYDAY=FR,SA"),
    ("The tactical group meets every 6 weeks.", "FREQ=WEEKLY;INTERVAL=6"),
    ("Open Monday to Friday, 9am-5pm.", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("The bonfire on November 5th was quiet.", "2022-11-05"),
    ("Thefts fell during quarter three.", "2022-10/2022-12"),
    ("In Q1 of this year there were nine.", "2023-04/2023-06"),
    ("The lease runs until the end of March.", "2024-03-31"),
    ("The marshals were out on the night of 13/14 May.", "2023-05-13/2023-05-14"),
    ("It was shut on Friday 5 May, and again on Sunday 7th.", "2023-05-05; 2023-05-07"),
    ("The course will be held again in September/October.", "2023-09/2023-10"),
    ("Visits were made in the first week of May.", "2023-05-01/2023-05-07"),
    ("Future meetings: 12 September; 14 November.", "2023-09-12; 2023-11-14"),
    ("Returns are due by 30/06.", "2023-06-30"),
    ("Unlike May 2022, reports in May fell.", "2022-05; 2023-05"),
    ("It was handed in at 4 March Close.", ""),
    ("The Anti-social Behaviour, Crime and Policing Act 2014 applies.", ""),
    ("Under section 17 of the Crime and Disorder Act 1998 (as amended).", ""),
    ("Call 0300 123 2023 or 01632 960 2022.", ""),
    ("See paragraph 4.12.22 and minute 2023/14.", ""),
    ("Ref: CSP/2023/017.", ""),
    ("The grant of £2023 was paid to 2,022 people.", ""),
    ("The 24/7 line handled 1998 calls.", ""),
    ("Year 9 pupils and years 10 and 11 took part.", ""),
    ("Planning application 22/01234/FUL was refused.", ""),
    ("The postcode TN24 8AB saw 2021 incidents.", ""),
    ("A ratio of 2019:1 and a score of 3/4.", ""),
    ("May I thank officers; they may march on.", ""),
    ("PC 2019 Smith attended.", ""),
    ("The 2011 Census and the 2021 Census differ.", "2011; 2021"),
    ("In the 2023 elections turnout was low.", "2023"),
    ("The April 2023 meeting noted it.", "2023-04"),
    ("At its March meeting the Panel agreed.", "2023-03"),
    ("Approved: 14-06-2023", "2023-06-14"),
    ("Version 1.2 dated 2023.06.14", "2023-06-14"),
    ("Review date: Jun-24", "2024-06"),
    ("Target: 31st Mar 2024", "2024-03-31"),
    ("Deadline 30/9/23", "2023-09-30"),
    ("Offences fell from 2019 levels.", "2019"),
    ("Compared with the same quarter in 2022/23.", "2022-04-01/2023-03-31"),
    ("Half-term week (29 May to 2 June 2023) was calm.", "2023-05-29/2023-06-02"),
    ("It took effect on 1 April this year.", "2023-04-01"),
    ("The next meeting is on Wed 13 Sept at 2pm.", "2023-09-13"),
    ("In the last twelve months there were 3 homicides.", "2022-06-14/2023-06-14"),
    ("In the week commencing Monday 5 June patrols began.", "2023-06-05/2023-06-11"),
    ("It was launched last month and ends next week.", "2023-05; 2023-06-19/2023-06-25"),
    ("The 2023/24 municipal year begins in May 2023.", "2023-05-01/2024-04-30; 2023-05"),
    ("Academic year 22/23 saw 40 talks.", "2022-09-01/2023-08-31"),
    ("Dec 2022-Feb 2023 saw snow.", "2022-12/2023-02"),
    ("From Mon 3rd - Fri 7th July stalls will run.", "2023-07-03/2023-07-07"),
    ("30 & 31 August 2023 are reserved.", "2023-08-30/2023-08-31"),
    ("The meeting of 7 and 14 June 2023.", "2023-06-07; 2023-06-14"),
    ("Year 1 (2022/23) and Year 2 (2023/24)", "2022-04-01/2023-03-31; 2023-04-01/2024-03-31"),
    ("Summer 2023 patrols; Winter 2022-23 campaign", "2023-22; 2022-24"),
    ("Financial Year 2023 to 2024", "2023-04-01/2024-03-31"),
    ("1st April 2023 – 31st March 2024 inclusive", "2023-04-01/2024-03-31"),
    ("31/12/2023 23:59", "2023-12-31"),
    ("Sunday, June 18, 2023", "2023-06-18"),
    ("It opened in nineteen ninety-eight.", ""),
    ("Between 2015/16 and 2019/20 arson halved.", "2015-04-01/2020-03-31"),
    ("Q1 to Q3 2022/23", "2022-04/2022-12"),
)


@pytest.mark.parametrize(("text", "values"), HABITS)
def test_habit(text: str, values: str) -> None:
    """Every date is read as a careful reader does, and no other number is."""
    report = lay_out_plain(text)
    reading = Reading(report, passages_of(report), about=About(meeting_date=MEETING))
    found, _ = find_dates(reading)
    assert "; ".join(one.value.rrule or one.value.edtf for one in found) == values
