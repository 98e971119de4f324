/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Guidance for the steps from scoring to the commitment. */
#include "method/guide.h"

#include <glib/gi18n-lib.h>

const NsmGuide nsm_guide_scoring = {
  .minutes = 25,
  .question = N_("How good is each candidate?"),
  .purpose = N_("Score in private, reveal at once, and talk where you differ."),
  .guidance = N_("Everybody scores every candidate alone. After the reveal, discuss the largest differences first."),
  .why = N_("Whoever speaks first pulls the others along. Private scores keep five opinions from becoming one."),
  .tip = N_("Take “understandable” seriously: what a new colleague can’t repeat won’t guide anyone."),
  .good = N_("“I gave a 2: support tickets rise with it. What do you see that I don’t?”"),
  .bad = N_("“I think we all agree it’s a 4?”"),
  .solo_guidance = N_("Score every candidate yourself. One opinion is a draft: ask others before you decide."),
  .notes = {
    { "criteria", N_("Six questions"),
      N_("Does it express value, point where you go, lead, can teams move it, can everybody explain "
         "it, can you measure it? One to five each; the highest total is the frontrunner, not yet the winner.") },
    { "actionable", N_("Neither too narrow nor too abstract"),
      N_("If one change moves it at once, it is too narrow. If no team can move it, too abstract.") },
    { "measurable", N_("Not measurable today?"),
      N_("Fine, if there is a plan to instrument it.") },
    { "disagree", N_("Differences are the point"),
      N_("Where marks are far apart, somebody knows something. Find out what before scoring again.") },
    { "ellis", N_("A shorter test"),
      N_("Does it capture value and not activity? Does it move with early signs of success? If it "
         "doubles, does the business double?") },
    { "three-tests", N_("Three quick questions"),
      N_("If it goes up, are users happier? Does it come before growth in revenue? Can several teams move it?") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_stress = {
  .minutes = 25,
  .question = N_("Can we break it?"),
  .purpose = N_("Try to break each finalist before somebody else does."),
  .guidance = N_("Take one thought experiment at a time. Say in private whether it holds, then decide together."),
  .why = N_("A metric becomes a target, and people are clever. What you find now costs a sentence; "
            "what you find later costs trust."),
  .tip = N_("Often one more condition mends it: “full workouts”, not “workouts”."),
  .good = N_("“Empty test projects would count. Leave out those with fewer than three tasks.”"),
  .bad = N_("“Nobody here would do that.”"),
  .solo_guidance = N_("Take one thought experiment at a time, and say whether it holds."),
  .notes = {
    { "refine", N_("Refining"),
      N_("A refined version is a new candidate. Its scores and evidence begin anew, and the old one stays to be compared.") },
    { "counter", N_("Counter-metrics"),
      N_("If gaming remains possible, name a second number that would show it, and watch both.") },
    { "lone", N_("One person says “fails”"),
      N_("They may be the one who sees it. Write an answer before you go on.") },
    { "hollow", N_("A lens, not a target"),
      N_("Who pushes the number itself and forgets its inputs hollows it out.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_decision = {
  .minutes = 15,
  .question = N_("Which one is it, and why?"),
  .purpose = N_("Choose one, say what it costs, and keep the reasons against the others."),
  .guidance = N_("Choose one. Say what it captures and what it misses, and give every other candidate a reason against it."),
  .why = N_("In half a year somebody will propose another one. Your reasons will be there."),
  .tip = N_("Take a side: a clear choice with caveats beats “it depends”."),
  .good = N_("“It misses how hard the work was; the input ‘hours saved’ makes up for that.”"),
  .bad = N_("“It scored highest.”"),
  .notes = {
    { "trade-offs", N_("No metric is perfect"),
      N_("Say plainly what this one misses, and which inputs make up for it.") },
    { "why-not", N_("Why not the others"),
      N_("Write these as carefully as the reason for your choice.") },
    { "report", N_("What comes out"),
      N_("The game, the candidates with their scores, the recommendation, the inputs, the check of "
         "the whole, risks and the next step: all of it in one document.") },
    { "between-two", N_("Torn between two?"),
      N_("Ask whether one drives the other. Then it is an input, and the choice is made.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_system = {
  .minutes = 30,
  .question = N_("What moves it, and what does it move?"),
  .purpose = N_("Put the business KPI above it and a few inputs that teams can work on below it."),
  .guidance = N_("Name the business KPI it leads to, and three to five inputs, each owned by one team."),
  .why = N_("A star that nobody can move inspires and changes nothing. Inputs connect Tuesday’s work to it."),
  .tip = N_("Check the chain aloud: this feature moves this input, which moves the star."),
  .good = N_("Share of new teams that finish a project in week one · owned by Onboarding · multiplies"),
  .bad = N_("Growth · owned by everyone"),
  .notes = {
    { "layers", N_("Three layers"),
      N_("The star moves and the KPI doesn’t: you have a problem with earning. The KPI moves and "
         "the star doesn’t: you take more than you give.") },
    { "inputs", N_("Choosing inputs"),
      N_("Three to five (some say six) that a team can move this month. Cover how many (breadth), "
         "how much (depth), how often (frequency) and how easily (efficiency).") },
    { "levers", N_("Some to start from"),
      N_("Share of sign-ups reaching first value, users with a session a week, share trying a new "
         "feature within seven days, teams reaching a first milestone, teams returning in week "
         "two, teams adding members.") },
    { "links", N_("How it hangs together"),
      N_("Adds, multiplies, or only moves with it. An input’s worth is how much it can move times its leverage.") },
    { "owners", N_("Owners"),
      N_("One team for each input. If one team owns them all, it isn’t everybody’s star.") },
    { "questions", N_("Four questions"),
      N_("All inputs up: does the star go up? Star up: does the KPI follow? Is something that customers "
         "value not measured? Could raising one input hurt another? Write weaknesses down, with what you do.") },
    { "one-record", N_("One metric, many roles"),
      N_("Key results, experiments and features can all point at the same metric. Define it once, "
         "and refer to it.") },
    { "tree", N_("Afterwards"),
      N_("Put numbers into the tree: how much each input moves the star.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_definition = {
  .minutes = 30,
  .question = N_("How exactly is it counted?"),
  .purpose = N_("Write a definition that two engineers would implement the same way."),
  .guidance = N_("Write it so that two engineers who never met would count the same number."),
  .why = N_("Otherwise, when it moves, you will discuss the counting and not the reason."),
  .tip = N_("Write examples of what counts and what doesn’t, the odd cases first: automated actions, "
            "test accounts, reopened things."),
  .good = N_("A project counts if two or more members worked on it and it stays done for 24 hours"),
  .bad = N_("Active projects"),
  .notes = {
    { "parts", N_("What belongs in it"),
      N_("The formula, every term in it, the data sources, how often it is measured, segments and "
         "filters, boundary conditions, examples, an owner and where it stands today.") },
    { "feedback", N_("Have it read"),
      N_("Send it to engineering, data and product, and ask whether it can be built.") },
    { NULL, NULL, NULL },
  },
};

const NsmGuide nsm_guide_commitment = {
  .minutes = 20,
  .question = N_("Do we stand behind it, and until when?"),
  .purpose = N_("Get an informed commitment, an answer to revenue, and a date to look again."),
  .guidance = N_("Show the evidence and the rejected candidates. Ask everybody: agree, commit with a reservation, or block?"),
  .why = N_("You don’t need enthusiasm from all. You need everybody to know what was chosen and why."),
  .tip = N_("“But what about revenue?” will come. Have the correlation ready: this moves first, revenue follows."),
  .good = N_("“I would have chosen another one, and I commit for nine months.”"),
  .bad = N_("Silence"),
  .solo_guidance = N_("Show the evidence and the rejected candidates to those who have to live with it. "
                      "Write down who agreed, who has a reservation, and who blocks."),
  .notes = {
    { "review", N_("When to look again"),
      N_("After six to twelve months; three to four before product-market fit. Then once a year, or "
         "when the strategy changes. A good metric lasts one to three years, not forever.") },
    { "too-often", N_("A common mistake: changing too often"),
      N_("It may take three improvements before it moves. Give it half a year before you doubt it.") },
    { "never", N_("A common mistake: never changing"),
      N_("A young product and a grown one need different stars.") },
    { "signs", N_("Signs of a wrong metric"),
      N_("It rises and satisfaction doesn’t. It gets gamed. After three to six months nobody can "
         "say how their work moves it. Then reassess calmly: no panic switch.") },
    { "conflict", N_("If short-term revenue pulls the other way"),
      /* xgettext:no-c-format */
      N_("That conflict was there before. Negotiate a split, such as 80 % of the effort for the star "
         "and 20 % for this quarter. If revenue always wins, you have learned something too.") },
    { "next", N_("And then?"),
      N_("Instrument it, build a dashboard, set targets. Map the inputs to teams. Come back with "
         "what you learned to improve the metric.") },
    { NULL, NULL, NULL },
  },
};
