// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/regexrule.h"

#include "core/analysis/htmltext.h"

#include <algorithm>
#include <array>
#define PCRE2_CODE_UNIT_WIDTH 8 // NOLINT: how the library is told
#include <pcre2.h>

namespace crawlscope {

namespace {

    constexpr quint32 kMatchLimit = 1'000'000; ///< the library's own default is ten times that
    constexpr quint32 kHeapKiB = 16 * 1024;
    constexpr std::size_t kJitStackBytes = 512UL * 1024;
    constexpr std::size_t kFewestStarts = 16;
    constexpr qint64 kQuickMicros = 200; ///< then the next window is wider
    constexpr qint64 kSlowMicros = 4000; ///< then it is narrower
    constexpr int kMostMatches = 10'000;

    template<auto Free>
    struct Deleter
    {
        template<class T>
        void operator()(T *object) const
        {
            Free(object);
        }
    };
    using MatchData = std::unique_ptr<pcre2_match_data, Deleter<&pcre2_match_data_free>>;
    using MatchContext = std::unique_ptr<pcre2_match_context, Deleter<&pcre2_match_context_free>>;
    using JitStack = std::unique_ptr<pcre2_jit_stack, Deleter<&pcre2_jit_stack_free>>;
    using CompileContext = std::unique_ptr<pcre2_compile_context, Deleter<&pcre2_compile_context_free>>;

    /// Searches one subject from place to place. The match limit bounds backtracking alone; a pattern that reads far
    /// from each start (`[a-z]*1`) is quadratic within it. So starts are offered in windows, as wide as the clock
    /// allows.
    class Search
    {
    public:
        enum class Outcome : quint8 { Match, NoMatch, GaveUp };

        Search(const pcre2_code *code, QByteArrayView subject, AnalysisBudget *budget)
            : m_code(code)
            , m_subject(subject)
            , m_budget(budget)
            , m_data(pcre2_match_data_create_from_pattern(code, nullptr))
            , m_context(pcre2_match_context_create(nullptr))
            , m_jitStack(pcre2_jit_stack_create(32UL * 1024, kJitStackBytes, nullptr))
        {
            quint32 options = 0;
            pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
            m_anchored = (options & PCRE2_ANCHORED) != 0;
            // As much work for the first window as for one start in the largest subject.
            const auto size = static_cast<std::size_t>(subject.size());
            m_window =
                std::max(kFewestStarts, (std::size_t {1} << 20U) * kFewestStarts / std::max<std::size_t>(size, 1));
            if (!m_data || !m_context)
                return;
            pcre2_set_match_limit(m_context.get(), kMatchLimit);
            pcre2_set_heap_limit(m_context.get(), kHeapKiB);
            if (m_jitStack)
                pcre2_jit_stack_assign(m_context.get(), nullptr, m_jitStack.get());
        }

        /// The next match that begins at `from` or behind it.
        Outcome find(std::size_t from, bool notEmptyAtFrom)
        {
            const auto size = static_cast<std::size_t>(m_subject.size());
            while (m_data && m_context && !m_budget->spent()) {
                const bool last = m_anchored || m_window > size - from;
                pcre2_set_offset_limit(m_context.get(), last ? PCRE2_UNSET : from + m_window);
                const quint32 options = PCRE2_NO_UTF_CHECK | (notEmptyAtFrom ? PCRE2_NOTEMPTY_ATSTART : 0U);
                const qint64 begun = m_budget->now();
                const int code = pcre2_match(m_code, reinterpret_cast<PCRE2_SPTR>(m_subject.data()), size, // NOLINT
                                             from, options, m_data.get(), m_context.get());
                if (code > 0)
                    return Outcome::Match;
                if (code != PCRE2_ERROR_NOMATCH)
                    return Outcome::GaveUp;
                if (last)
                    return Outcome::NoMatch;
                from = nextCharacter(from + m_window);
                if (from > size)
                    return Outcome::NoMatch;
                notEmptyAtFrom = false;
                adapt(m_budget->now() - begun);
            }
            return Outcome::GaveUp;
        }

        /// Group 1, or the whole match where there is no group 1 in the pattern.
        [[nodiscard]] QByteArrayView value() const
        {
            const std::size_t *pairs = pcre2_get_ovector_pointer(m_data.get());
            const std::size_t at = pcre2_get_ovector_count(m_data.get()) > 1 ? 2 : 0;
            if (pairs[at] == PCRE2_UNSET || pairs[at + 1] < pairs[at])
                return {};
            return m_subject.sliced(static_cast<qsizetype>(pairs[at]),
                                    static_cast<qsizetype>(pairs[at + 1] - pairs[at]));
        }
        [[nodiscard]] std::size_t begin() const { return pcre2_get_ovector_pointer(m_data.get())[0]; }
        [[nodiscard]] std::size_t end() const { return pcre2_get_ovector_pointer(m_data.get())[1]; }

    private:
        /// The first place behind `at` that is not within a character.
        [[nodiscard]] std::size_t nextCharacter(std::size_t at) const
        {
            const auto size = static_cast<std::size_t>(m_subject.size());
            do
                ++at;
            while (at < size && (static_cast<quint8>(m_subject[static_cast<qsizetype>(at)]) & 0xc0U) == 0x80U);
            return at;
        }

        void adapt(qint64 micros)
        {
            if (micros < kQuickMicros)
                m_window *= 2;
            else if (micros > kSlowMicros)
                m_window = std::max(kFewestStarts, m_window / 2);
        }

        const pcre2_code *m_code;
        QByteArrayView m_subject;
        AnalysisBudget *m_budget;
        MatchData m_data;
        MatchContext m_context;
        JitStack m_jitStack;
        bool m_anchored = false;
        std::size_t m_window = kFewestStarts; ///< starts offered at a time
    };

} // namespace

struct RegexRule::Code
{
    std::unique_ptr<pcre2_code, Deleter<&pcre2_code_free>> code;
};

RegexRule::RegexRule(std::unique_ptr<Code> code)
    : m_code(std::move(code))
{
}

RegexRule::~RegexRule() = default;

std::unique_ptr<const RegexRule> RegexRule::compile(const QByteArray &pattern, Error *error)
{
    int number = 0;
    PCRE2_SIZE offset = 0;
    const CompileContext context(pcre2_compile_context_create(nullptr));
    constexpr quint32 options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT;
    auto code = std::make_unique<Code>();
    code->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.constData()), // NOLINT: the library's character
                                   static_cast<std::size_t>(pattern.size()), options, &number, &offset, context.get()));
    if (!code->code) {
        std::array<PCRE2_UCHAR, 256> message {};
        pcre2_get_error_message(number, message.data(), message.size());
        error->offset = static_cast<qint64>(offset);
        error->message = reinterpret_cast<const char *>(message.data()); // NOLINT
        return nullptr;
    }
    pcre2_jit_compile(code->code.get(), PCRE2_JIT_COMPLETE); // where it cannot, the interpreter runs
    return std::unique_ptr<const RegexRule>(new RegexRule(std::move(code)));
}

bool RegexRule::run(QByteArrayView subject, bool all, qsizetype maxBytes, AnalysisBudget *budget,
                    QByteArray *value) const
{
    if (subject.isEmpty())
        subject = QByteArrayView("", qsizetype {0}); // the library wants a pointer
    Search search(m_code->code.get(), subject, budget);
    std::size_t from = 0;
    bool wasEmpty = false;
    for (int matches = 0; matches < kMostMatches; ++matches) {
        const Search::Outcome outcome = search.find(from, wasEmpty);
        if (outcome != Search::Outcome::Match)
            return outcome == Search::Outcome::NoMatch;
        const QByteArrayView found = search.value();
        if (!found.isEmpty()) {
            if (!value->isEmpty())
                value->append('\n');
            value->append(HtmlText::cut(found, maxBytes - value->size()));
        }
        if (!all || value->size() >= maxBytes - 1)
            return true;
        wasEmpty = search.end() <= search.begin();
        from = std::max(from, search.end()); // \K may set the beginning behind the end
    }
    return true;
}

} // namespace crawlscope
