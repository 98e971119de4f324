/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extreme-texts.h"

/* 80 letters without a place to break them. */
#define LONG_WORD "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzgebungsausschus"

const char *const extreme_people[] = {
  "عائشة بنت عبد الرحمن القرطبي",
  "שירה בן־דוד",
  "王小明",
  "आनन्दमयी चट्टोपाध्याय",
  "👩🏽‍🔬 Dr. Zoë Ångström-Łukasiewicz",
  "Wolfeschlegelsteinhausenbergerdorff-Huxtable-Montgomery, Hubert Blaine",
  "Nguyễn Thị Minh Khai",
  "Ἀριστοτέλης Παπαδόπουλος",
  "Ольга Константинопольская",
  "さくら 🌸 高橋",
  "O’Brien <ops> & \"Sons\"",
  "X",
};

const char *const extreme_candidates[] = {
  "Teams that finish at least one shared project with three or more members and are still working "
  "in the product on the fourteenth day after that",
  "Projects finished",
  "Documents in " LONG_WORD,
  "مشاريع مكتملة لكل فريق",
  "每周完成的项目",
  "פרויקטים שהושלמו בזמן",
  "Minutes <spent> & \"counted\" | per *seat*",
  "साप्ताहिक सक्रिय टीमें",
  "Teams that come back 🚀 in the following week",
  "Revenue",
  "Answers that somebody else marked as helpful within seven days of the question being asked",
  "Downloads",
};

const char *const extreme_criteria[] = {
  "Customer value",
  "Vision",
  "Leading indicator of what the business will earn",
  "Actionable",
  "Understandable",
  "Measurability-without-instrumentation",
  "Hard to game",
  "قيمة للعميل",
};

const char *const extreme_inputs[] = {
  "Teams with a project under way",
  "Members who take on a task in a project that somebody else has begun",
  "Projects started per team",
  "Share of open projects that are finished in the month",
  "مشاريع جديدة",
  "每个团队的成员",
  "Invitations that are accepted within 48 hours of being sent",
  "Zusammenarbeitsbereitschaftsquote",
  "Templates used 🧩",
  "Days until the first finished project",
};

static const char *const sentences[] = {
  "A team counts once, however many projects it finishes.",
  "What was reopened within a day was never finished; it counts when it is finished again.",
  "We looked at 1,204 accounts of three years and at every one that left.",
  "اتفقنا على أن الفريق هو الوحدة، لا الشخص.",
  "הצוות מסכים, אבל רוצה לבדוק שוב באוקטובר.",
  "我们同意，团队是计数的单位。",
  "हम छह महीने बाद फिर देखेंगे।",
  "Nobody could think of a way to raise it by 20 % that customers would not thank us for.",
  "See https://example.org/a/very/long/path/that/goes/on/and/on?with=questions&and=answers#too.",
  "The exception is " LONG_WORD ", of which there are two.",
  "If x < y && y > z, then \"quoted\" *stars* and | pipes | stay as they are.",
  "👩🏽‍🔬 measured it; 👨‍👩‍👧‍👦 used it; 🏳️‍🌈 liked it.",
  "Seasonal in August and around the new year, by about a fifth.",
  "It moved three months before revenue did, in four of five segments.",
};

char *
extreme_dup_text (guint number, glong length)
{
  GString *text = g_string_new (NULL);
  glong letters = 0;

  for (guint i = 0; letters < length; i++)
    {
      const char *sentence = sentences[(number * 5 + i) % G_N_ELEMENTS (sentences)];

      if (i > 0)
        g_string_append (text, i % 9 == 0 ? "\n\n" : " ");
      g_string_append (text, sentence);
      letters += g_utf8_strlen (sentence, -1) + 1;
    }
  return g_string_free (text, FALSE);
}
