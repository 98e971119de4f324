/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guidance for the steps up to the candidates. */
#include "method/guide.h"

#include <glib/gi18n-lib.h>

const NsmGuide nsm_guide_set_up = {
  .minutes = 10,
  .question = N_("What do we want to find out, and who is in the room?"),
  .purpose = N_("Agree on the product, the people and the plan before the work begins."),
  .guidance = N_("Say what the product is, how it earns money and where it goes. Then list who takes part."),
  .why = N_("Engineers know what can be measured, people near customers know what pleases, data "
            "people know what the numbers show. Alone, you would miss two of the three."),
  .tip = N_("The more you bring (description, metrics, segments, business model), the better the talk."),
  .good = N_("Five people: product, engineering, data, support and a founder"),
  .bad = N_("One product manager, announcing the result"),
  .solo_question = N_("What do you want to find out, and about which product?"),
  .solo_guidance = N_("Say what the product is, how it earns money and where it goes. Others can still join: "
                      "choose a workshop then, and list who takes part."),
  .notes = {
    { "what-it-is", N_("What a North Star Metric is"),
      N_("One number for the value that customers receive, where their value and the value of the "
         "business meet. It doesn’t measure what you take from them: revenue and profit follow. "
         "If it goes up, you can be confident that you are creating value.") },
    { "functions", N_("What it is for"),
      N_("It gives clarity: A or B? The one that moves the metric more. It lets a team show its "
         "effect in one sentence. And it holds everybody to outcomes, not to shipping. Goals, "
         "experiments and the roadmap line up behind it.") },
    { "what-it-isnt", N_("What it isn’t"),
      N_("Not revenue, not daily users or registrations, not a satisfaction score, not a goal for "
         "the quarter, and never several at once. Business metrics stay: it adds to them and "
         "replaces none.") },
    { "when", N_("When to do this"),
      N_("When you define or redefine the metric, test the one you have, or line people up before "
         "planning. It pays when there are many dashboards and no shared answer to “are we "
         "winning?”, and when new leadership arrives.") },
    { "kpi-okr", N_("KPI, OKR, North Star: how they differ"),
      N_("You may have dozens of KPIs, and goals (OKRs) that change every quarter. The North Star "
         "stays for a year or longer. A team’s key results say how far it shall move, or one of "
         "its inputs; product analytics shows whether it did.") },
    { "one-per-product", N_("Can we have two?"),
      N_("One for each product. Only really different product lines, with different customers, "
         "have one each. If you waver between two, one is usually an input of the other.") },
    { "roles", N_("Who decides?"),
      N_("Product proposes, leadership challenges and ratifies. The worst way is a boss who "
         "announces it: then it is nobody’s. For each product line, ask where it will be in two to three years.") },
    { "time", N_("How long it takes"),
      N_("Two to four hours for a first answer, then one to two weeks to check it against data.") },
    { "one-person", N_("A common mistake: alone"),
      N_("A metric found by one person stays “that person’s metric”. Ask three to five people from "
         "product, engineering, data and customer-facing work. A draft of one’s own is fine as a start.") },
    { "pre-fit", N_("Before product-market fit"),
      N_("Then the metric is a hypothesis. Look at those who come back: what do they do that "
         "others don’t? Fifty users are enough to see it. Commit for three to four months.") },
    { "existing", N_("If you have one already"),
      N_("Bring it. It goes through the same tests as every other candidate, and may win.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_value = {
  .minutes = 30,
  .question = N_("What value do customers get from us?"),
  .purpose = N_("Agree on what “value delivered” means, and on the moments when customers receive it."),
  .guidance = N_("Write the outcome in one or two sentences, then the three to five moments in which customers get it."),
  .why = N_("Agreeing on what value means is the hardest part. That talk alone is worth the afternoon."),
  .tip = N_("Not sure which moment? Look at what people who left did not do."),
  .good = N_("Teams finish projects on time with less chasing"),
  .bad = N_("Task lists, Gantt charts and a mobile app"),
  .notes = {
    { "outcome", N_("Outcome, not features"),
      N_("A feature is what you built. An outcome is what changes for the customer because of it.") },
    { "interviews", N_("Ask customers"),
      N_("Talk to five to ten. Ask when it first felt worth paying for, and write down their own "
         "words. What several of them say is a pattern.") },
    { "job", N_("A sentence that helps"),
      N_("“When (situation), customers hire us to (outcome), so that they can (benefit).” It leaves "
         "no room for features.") },
    { "moment", N_("What a value moment is"),
      N_("The moment in which the customer’s problem is being solved: a colleague answers in the "
         "shared document; the parcel arrives and isn’t sent back. Not the sign-up, not the first login.") },
    { "rank", N_("Rank them"),
      N_("Put the moment that is the value first, and those that only lead there below.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_game = {
  .minutes = 10,
  .question = N_("Which game do we play?"),
  .purpose = N_("Name the one game the product plays, so that candidates can be judged by it."),
  .guidance = N_("Vote in private, then name the one game that decides whether you win."),
  .why = N_("A product that plays all three games wins none: each asks for other work."),
  .tip = N_("Ask what a customer would miss first: the time spent, the deal, or the work done."),
  .good = N_("Productivity: customers leave earlier because the work is done"),
  .bad = N_("A bit of everything"),
  .solo_guidance = N_("Name the one game that decides whether you win."),
  .notes = {
    { "straddle", N_("If you straddle two games"),
      N_("Name the first one, and say why focus on it matters. The second may become an input.") },
    { "two-sided", N_("Two sides"),
      N_("A platform with buyers and sellers may have to hold two things in tension. Name both "
         "sides, or look for one moment in which both win. Where customers come for really "
         "different jobs, one number may not do.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_candidates = {
  .minutes = 25,
  .question = N_("What could our North Star Metric be?"),
  .purpose = N_("Collect three to six good candidates, and one or two that are bad on purpose."),
  .guidance = N_("For every value moment, write down one number that counts customers getting it."),
  .why = N_("A number that counts what customers receive can’t grow for long while they lose. "
            "Options first, choice later: don’t filter much yet."),
  .tip = N_("Say it aloud: “If it goes up, customers get more value and the business grows.” If "
            "either half fails, refine it."),
  .good = N_("Weekly teams that finish a project"),
  .bad = N_("Weekly active users"),
  .notes = {
    { "sentence", N_("What makes it complete"),
      N_("A name, what is counted, a time window, the value it captures, and why it moves before "
         "the business does.") },
    { "dimensions", N_("How many, how much, how often"),
      N_("Good metrics hold two or three of these: “hours listened a week” holds all three.") },
    { "bad-on-purpose", N_("Bad on purpose"),
      N_("Add one or two that sound good and are wrong, and say why they fail. It is often easier to "
         "see what is wrong. Later they show whether everybody reads the scorecard the same way.") },
    { "revenue", N_("A common mistake: revenue"),
      N_("Revenue says what you took, after it happened. Discounts and hard selling can raise it "
         "while customers leave. Close relatives (bookings, average order) share the flaw. Keep "
         "the business figures, and keep them apart.") },
    { "vanity", N_("A common mistake: vanity"),
      N_("Page views, downloads and registered users grow while a business dies. So can daily users.") },
    { "out-of-reach", N_("A common mistake: out of reach"),
      N_("If marketing or sales alone move it, good product work won’t show in it. Test: if we "
         "improve onboarding, does it go up?") },
    { "index", N_("A common mistake: an index"),
      N_("“Our health score is 73.” Is that good? What made it move? Nobody can say. Take one "
         "thing that can be counted.") },
    { "rates", N_("Rates before totals"),
      N_("“Teams that finish a project each week” beats “projects finished so far”: a total only "
         "grows, and a few heavy users can carry it.") },
    { "quality", N_("Add a quality"),
      N_("Where cheap activity could inflate it, count only the good ones: “messages with a reply "
         "within 24 hours”.") },
    { "known", N_("Well-known ones"),
      N_("Airbnb: nights booked. Spotify: time spent listening. Slack: messages sent within "
         "organizations. Facebook, early: 7 friends in 10 days. Amplitude: weekly learning users. "
         "Learn from the shape; your value is another.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_evidence = {
  .minutes = 20,
  .question = N_("What does the data say about each candidate?"),
  .purpose = N_("See which candidates go along with staying and paying, and which only count activity."),
  .guidance = N_("For each candidate, compare customers who have much of it with those who have little: who stays, who pays more?"),
  .why = N_("A number that goes along with neither retention nor revenue measures activity. Better to know now."),
  .tip = N_("Look at cohorts and segments as well: a good average can hide a segment where it is wrong."),
  .good = N_("Counted in the first two weeks, compared with who is still there after 90 days"),
  .bad = N_("Counted over the customer’s whole life: who stays longer does more of everything"),
  .notes = {
    { "simple", N_("It needn’t be fancy"),
      N_("Open one file with a row for each customer, and look at the plot: the candidate on one side, "
         "90-day retention on the other.") },
    { "eliminate", N_("Who eliminates?"),
      N_("You do, never the number. No meaningful correlation is a strong reason; write it down.") },
    { "noise", N_("Steady, but not deaf"),
      N_("It should be stable from quarter to quarter and still react within weeks. What swings daily "
         "makes you chase noise; what takes half a year to move, people stop believing in.") },
    { "revenue", N_("It must predict revenue"),
      N_("The metric is never revenue, but if it doesn’t lead to revenue, something is broken. Always check.") },
    { "few", N_("No data yet?"),
      N_("Say so: “can’t be measured yet”, with a plan to measure it. Then judge by interviews.") },
    { NULL, NULL, NULL },
  },
};
