// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// Texts of pages: character references, white space, words. All UTF-8. Pure. Thread: any.
namespace HtmlText {

    /// What stands where a reference may be: an ambiguous one without ';' stays in attributes (HTML
    /// standard 13.2.5.73).
    enum class Place : quint8 { Text, Attribute };

    /// Appends `raw` with its character references resolved. The named ones of HTML 4, with the ones that need no ';'.
    void appendDecoded(QByteArrayView raw, Place place, QByteArray *out);
    /// `raw` with its references resolved; a view into `raw` where there are none, else into `*buffer`.
    [[nodiscard]] QByteArrayView decoded(QByteArrayView raw, Place place, QByteArray *buffer);

    /// Appends with every run of white space (no-break spaces, too) as one space and none at the front of `*out`.
    void appendFolded(QByteArrayView text, QByteArray *out);
    /// Folded, without white space at its ends, at most `maxBytes` and whole characters.
    [[nodiscard]] QByteArray folded(QByteArrayView text, qsizetype maxBytes);
    /// The longest front part of at most `maxBytes` that cuts no character.
    [[nodiscard]] QByteArrayView cut(QByteArrayView text, qsizetype maxBytes);

    struct Words
    {
        quint32 count = 0;
        quint64 simhash = 0; ///< 0: no words
    };
    /// A word is a run of letters, digits and marks, with apostrophes inside it. Han, Hiragana, Katakana and Bopomofo
    /// characters are one word each, since nothing divides them; so counts of Thai, Lao and Khmer, which divide no
    /// words either but are not treated so, are too low. The fingerprint is Charikar's (2002) over the lower-cased
    /// shingles of three words: texts that are nearly the same differ in few of its 64 bits.
    [[nodiscard]] Words words(QByteArrayView text);

} // namespace HtmlText
} // namespace crawlscope
