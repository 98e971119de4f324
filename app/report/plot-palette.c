/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

/* GNOME's palette, and the window's and the document's own tones; tests hold words to
 * a contrast of 4.5 on page and card, marks to 3. */
static const guint32 colors[][NSM_N_INKS] = {
  [NSM_PALETTE_LIGHT] = { 0xffffff, 0x241f31, 0x5e5c64, 0xe4e3e7, 0x77767b,
                          0x1a67c8, 0xb84500, 0x813d9c, 0xb3141d, 0xeef4fc },
  [NSM_PALETTE_DARK] = { 0x28282c, 0xffffff, 0xc0bfc6, 0x47464d, 0x9a9996,
                         0x78aeed, 0xffbe6f, 0xdc8add, 0xff938c, 0x2f3844 },
  [NSM_PALETTE_PAPER] = { 0xffffff, 0x000000, 0x3d3846, 0xd0cfd4, 0x5e5c64,
                          0x1a5fb4, 0x9c3a00, 0x613583, 0xa51d2d, 0xeeeef0 },
  [NSM_PALETTE_LIGHT_CONTRAST] = { 0xffffff, 0x000000, 0x000000, 0xb0afb4, 0x3d3846,
                                   0x1a5fb4, 0x8a3300, 0x613583, 0xa51d2d, 0xe3e8f0 },
  [NSM_PALETTE_DARK_CONTRAST] = { 0x1d1d20, 0xffffff, 0xffffff, 0x77767b, 0xdeddda,
                                  0x99c1f1, 0xffd28f, 0xf0b0f0, 0xffb3ae, 0x30363f },
};

static const char *const classes[] = {
  "page", "words", "quiet", "grid", "axis", "main", "second", "third", "against", "band",
};

G_STATIC_ASSERT (G_N_ELEMENTS (classes) == NSM_N_INKS);

/**
 * nsm_palette_get_color:
 *
 * Returns: 0xrrggbb
 */
guint32
nsm_palette_get_color (NsmPlotPalette palette, NsmPlotInk ink)
{
  return colors[palette][ink];
}

/**
 * nsm_ink_get_class:
 *
 * Returns: what a style sheet calls an ink
 */
const char *
nsm_ink_get_class (NsmPlotInk ink)
{
  return classes[ink];
}
