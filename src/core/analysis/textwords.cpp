// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a text and their fingerprint.
#include "core/analysis/htmltext.h"

#include <QChar>

#include <array>

namespace crawlscope::HtmlText {

namespace {

    constexpr quint64 kPrime = 0x100000001b3ULL;
    constexpr quint64 kOffset = 0xcbf29ce484222325ULL;

    /// fmix64 of MurmurHash3: every bit of the input changes half of the output.
    constexpr quint64 mixed(quint64 hash)
    {
        hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdULL;
        hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
        return hash ^ (hash >> 33U);
    }

    /// For each byte, its eight bits as the lowest bits of eight bytes.
    constexpr std::array<quint64, 256> makeSpread()
    {
        std::array<quint64, 256> table {};
        for (std::size_t byte = 0; byte < table.size(); ++byte) {
            for (std::size_t bit = 0; bit < 8; ++bit)
                table.at(byte) |= static_cast<quint64>((byte >> bit) & 1U) << (8 * bit);
        }
        return table;
    }
    constexpr std::array<quint64, 256> kSpread = makeSpread();

    /// Votes of hashes, bit by bit; eight counters of a byte in each of eight words, emptied before they overflow.
    class Votes
    {
    public:
        void add(quint64 hash)
        {
            for (std::size_t byte = 0; byte < m_lanes.size(); ++byte)
                m_lanes[byte] += kSpread[(hash >> (8 * byte)) & 0xffU];
            if (++m_pending == 255)
                flush();
            ++m_votes;
        }
        [[nodiscard]] quint64 result()
        {
            flush();
            quint64 bits = 0;
            for (std::size_t bit = 0; bit < m_counts.size(); ++bit) {
                if (2 * m_counts[bit] > m_votes)
                    bits |= quint64 {1} << bit;
            }
            return bits;
        }

    private:
        void flush()
        {
            for (std::size_t bit = 0; bit < m_counts.size(); ++bit)
                m_counts[bit] += (m_lanes[bit / 8] >> (8 * (bit % 8))) & 0xffU;
            m_lanes.fill(0);
            m_pending = 0;
        }

        std::array<quint64, 8> m_lanes {};
        std::array<quint64, 64> m_counts {};
        quint64 m_votes = 0;
        int m_pending = 0;
    };

    class Shingles
    {
    public:
        void word(quint64 hash)
        {
            ++m_count;
            m_words = {m_words[1], m_words[2], mixed(hash)};
            if (m_count >= 3)
                vote();
        }
        [[nodiscard]] Words result()
        {
            if (m_count == 0)
                return {};
            if (m_count < 3)
                vote(); // all the words there are
            const quint64 bits = m_votes.result();
            return {m_count, bits == 0 ? 1 : bits};
        }

    private:
        void vote() { m_votes.add(mixed(m_words[0] * 3 + m_words[1] * 5 + m_words[2] * 7)); }

        std::array<quint64, 3> m_words {};
        quint32 m_count = 0;
        Votes m_votes;
    };

    /// The character at `p`, of valid UTF-8; `*length` is how many bytes it has. What is not valid reads as U+FFFD.
    char32_t characterAt(const char *p, const char *end, int *length)
    {
        const auto byte = [p](int i) { return static_cast<char32_t>(static_cast<quint8>(p[i])); };
        const char32_t lead = byte(0);
        const int need = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
        *length = 1;
        if (need == 1 || end - p < need)
            return lead < 0x80 ? lead : 0xfffd;
        char32_t code = lead & (0xffU >> static_cast<unsigned>(need + 1));
        for (int i = 1; i < need; ++i)
            code = (code << 6U) | (byte(i) & 0x3fU);
        *length = need;
        return code;
    }

    bool standsAlone(char32_t code)
    {
        switch (QChar::script(code)) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Bopomofo:
            return true;
        default:
            return false;
        }
    }

    constexpr std::array<quint8, 128> makeAscii()
    {
        std::array<quint8, 128> table {};
        for (std::size_t c = 0; c < 26; ++c) {
            table.at('a' + c) = static_cast<quint8>('a' + c);
            table.at('A' + c) = static_cast<quint8>('a' + c);
        }
        for (std::size_t c = '0'; c <= '9'; ++c)
            table.at(c) = static_cast<quint8>(c);
        return table;
    }
    constexpr std::array<quint8, 128> kAscii = makeAscii(); ///< letters in lower case and digits; 0 for the rest

    /// Divides a text into words, from left to right.
    class WordReader
    {
    public:
        /// Both return how many bytes they took.
        int ascii(const char *p, const char *end)
        {
            const auto folded = [](char c) -> quint8 {
                return static_cast<quint8>(c) < kAscii.size() ? kAscii[static_cast<quint8>(c)] : quint8 {0};
            };
            if (folded(*p) == 0) {
                other(*p == '\'');
                return 1;
            }
            add(folded(*p));
            int length = 1;
            for (; p + length < end && folded(p[length]) != 0; ++length) // most words are of these alone
                m_hash = (m_hash ^ folded(p[length])) * kPrime;
            return length;
        }
        int beyondAscii(const char *p, const char *end)
        {
            int length = 1;
            const char32_t code = characterAt(p, end, &length);
            if (!QChar::isLetterOrNumber(code) && !QChar::isMark(code)) {
                other(code == 0x2019); // the typographer's
            } else if (standsAlone(code)) {
                endWord();
                add(code);
                endWord();
            } else {
                add(QChar::toCaseFolded(code));
            }
            return length;
        }
        [[nodiscard]] Words result()
        {
            endWord();
            return m_shingles.result();
        }

    private:
        void endWord()
        {
            if (m_inWord)
                m_shingles.word(m_hash);
            m_hash = kOffset;
            m_inWord = m_apostrophe = false;
        }
        void add(quint64 value)
        {
            if (m_apostrophe)
                m_hash = (m_hash ^ quint64 {'\''}) * kPrime;
            m_hash = (m_hash ^ value) * kPrime;
            m_inWord = true;
            m_apostrophe = false;
        }
        void other(bool isApostrophe)
        {
            if (isApostrophe && m_inWord && !m_apostrophe)
                m_apostrophe = true;
            else
                endWord();
        }

        Shingles m_shingles;
        quint64 m_hash = kOffset;
        bool m_inWord = false;
        bool m_apostrophe = false; ///< just behind a letter; it counts when one follows
    };

} // namespace

Words words(QByteArrayView text)
{
    WordReader reader;
    const char *const end = text.end();
    for (const char *p = text.begin(); p < end;)
        p += static_cast<quint8>(*p) < 0x80 ? reader.ascii(p, end) : reader.beyondAscii(p, end);
    return reader.result();
}

} // namespace crawlscope::HtmlText
