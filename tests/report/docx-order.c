/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-order.h"

#include <string.h>

/* Element, then its children in their order; none of those that may come more than once. */
static const char *const orders[][2] = {
  { "pPr", "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
           "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct "
           "autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing "
           "mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap "
           "outlineLvl divId cnfStyle rPr sectPr pPrChange" },
  { "rPr", "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
           "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
           "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath" },
  { "tblPr", "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
             "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
             "tblDescription tblPrChange" },
  { "tcPr", "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
            "vAlign hideMark" },
  { "tblBorders", "top left start bottom right end insideH insideV" },
  { "tcBorders", "top left start bottom right end insideH insideV tl2br tr2bl" },
  { "tblCellMar", "top left start bottom right end" },
  { "pBdr", "top left bottom right between bar" },
  { "tbl", "bookmarkStart bookmarkEnd tblPr tblGrid tr" },
  { "tr", "tblPrEx trPr tc" },
  { "numPr", "ilvl numId" },
  { "lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr" },
  { "abstractNum", "nsid multiLevelType tmpl name styleLink numStyleLink lvl" },
  { "num", "abstractNumId lvlOverride" },
  { "numbering", "numPicBullet abstractNum num numIdMacAtCleanup" },
  { "style", "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
             "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr "
             "tblPr trPr tcPr tblStylePr" },
  { "tblStylePr", "pPr rPr tblPr trPr tcPr" },
  { "styles", "docDefaults latentStyles style" },
  { "docDefaults", "rPrDefault pPrDefault" },
  { "font", "altName panose1 charset family notTrueType pitch sig embedRegular" },
  { "sectPr", "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
              "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection "
              "bidi rtlGutter docGrid printerSettings" },
  { "settings", "writeProtection view zoom removePersonalInformation defaultTabStop "
                "evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat docVars rsids "
                "themeFontLang clrSchemeMapping decimalSymbol listSeparator" },
  { "inline", "extent effectExtent docPr cNvGraphicFramePr graphic" },
};

/* Of these there may be several. */
static const char *const several[] = { "tr", "tc", "style", "tblStylePr", "abstractNum", "num", "lvl",
                                       "headerReference", "footerReference", "bookmarkStart",
                                       "bookmarkEnd" };

static int
find_place (char **names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return -1;
}

static gboolean
may_be_several (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    if (strcmp (several[i], name) == 0)
      return TRUE;
  return FALSE;
}

static char *
find_in_element (xmlNodePtr element, const char *order)
{
  g_auto (GStrv) names = g_strsplit (order, " ", -1);
  int last = -1;

  for (xmlNodePtr child = xmlFirstElementChild (element); child != NULL;
       child = xmlNextElementSibling (child))
    {
      const char *name = (const char *) child->name;
      int place = find_place (names, name);

      if (place < 0 || place < last || (place == last && !may_be_several (name)))
        return g_strdup_printf ("%s in %s, line %ld", name, (const char *) element->name,
                                xmlGetLineNo (child));
      last = place;
    }
  return NULL;
}

char *
docx_order_find_problem (xmlNodePtr element)
{
  char *problem = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (orders) && problem == NULL; i++)
    if (strcmp ((const char *) element->name, orders[i][0]) == 0)
      problem = find_in_element (element, orders[i][1]);
  for (xmlNodePtr child = xmlFirstElementChild (element); child != NULL && problem == NULL;
       child = xmlNextElementSibling (child))
    problem = docx_order_find_problem (child);
  return problem;
}

void
docx_order_check (xmlDocPtr doc)
{
  g_autofree char *problem = docx_order_find_problem (xmlDocGetRootElement (doc));

  g_assert_cmpstr (problem, ==, NULL);
}
