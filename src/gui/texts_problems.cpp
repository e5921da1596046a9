// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/texts.h"

#include <QCoreApplication>

#include <array>

// What is wrong with pages: names, what each means, what to do.
namespace crawlscope::gui::texts {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Texts)
    };

    struct ProblemText
    {
        ProblemId id;
        const char *title;
        const char *meaning;
        const char *advice;
    };

    constexpr std::array<ProblemText, kProblemCount> kProblemTexts {{
        {ProblemId::BrokenPage, QT_TRANSLATE_NOOP("Texts", "Pages not found"),
         QT_TRANSLATE_NOOP("Texts",
                           "The server answered with a status of the 400s: there is no such page, or it may "
                           "not be read."),
         QT_TRANSLATE_NOOP("Texts",
                           "Bring the page back, redirect its address to the page that replaces it, or remove "
                           "the links to it.")},
        {ProblemId::ServerError, QT_TRANSLATE_NOOP("Texts", "Server errors"),
         QT_TRANSLATE_NOOP("Texts", "The server answered with a status of the 500s: it failed at this page."),
         QT_TRANSLATE_NOOP("Texts",
                           "Look into the server's log. If it was too much at once, lower the limit per host "
                           "and retry the failed URLs.")},
        {ProblemId::RequestFailed, QT_TRANSLATE_NOOP("Texts", "No usable answer"),
         QT_TRANSLATE_NOOP("Texts",
                           "The request failed on the way: no connection, no answer, or one that was cut "
                           "short."),
         QT_TRANSLATE_NOOP("Texts",
                           "Retry the failed URLs. What fails again is worth a look at the server, its name "
                           "and its certificate.")},
        {ProblemId::BrokenLink, QT_TRANSLATE_NOOP("Texts", "Broken links"),
         QT_TRANSLATE_NOOP("Texts", "These pages link to, or load, something that could not be fetched."),
         QT_TRANSLATE_NOOP("Texts",
                           "Correct or remove the link on each page. Where many pages have the same one, it "
                           "is often part of a template.")},
        {ProblemId::RedirectLoop, QT_TRANSLATE_NOOP("Texts", "Endless redirects"),
         QT_TRANSLATE_NOOP("Texts",
                           "The address leads back to itself, or through more redirects than allowed. Nobody "
                           "can open the page."),
         QT_TRANSLATE_NOOP("Texts",
                           "Correct the rules of redirects on the server; the details of the row list each "
                           "step.")},
        {ProblemId::CanonicalBroken, QT_TRANSLATE_NOOP("Texts", "Canonical leads nowhere"),
         QT_TRANSLATE_NOOP("Texts",
                           "The page names another URL that is to stand for it, but that one is broken or "
                           "redirects."),
         QT_TRANSLATE_NOOP("Texts", "Name a URL that answers with the page itself.")},
        {ProblemId::InsecureForm, QT_TRANSLATE_NOOP("Texts", "Insecure forms"),
         QT_TRANSLATE_NOOP("Texts",
                           "A form sends its content unencrypted, or asks for a password on a page without "
                           "https. Others can read along."),
         QT_TRANSLATE_NOOP("Texts", "Serve the page by https and let the form send to an https address.")},
        {ProblemId::MixedContent, QT_TRANSLATE_NOOP("Texts", "Mixed content"),
         QT_TRANSLATE_NOOP("Texts", "A page by https loads parts by http. Browsers block them or warn."),
         QT_TRANSLATE_NOOP("Texts", "Load all images, scripts and styles by https.")},
        {ProblemId::SecureToInsecure, QT_TRANSLATE_NOOP("Texts", "Redirects from https to http"),
         QT_TRANSLATE_NOOP("Texts",
                           "A redirect left encryption, so everything after it can be read and changed on the "
                           "way."),
         QT_TRANSLATE_NOOP("Texts", "Redirect to https addresses only.")},
        {ProblemId::SlowPage, QT_TRANSLATE_NOOP("Texts", "Slow pages"),
         QT_TRANSLATE_NOOP("Texts",
                           "From the request to the end of the answer, redirects included, it took longer "
                           "than the limit above."),
         QT_TRANSLATE_NOOP("Texts",
                           "The timing of the row tells what took long. If the server mostly made one wait, "
                           "it may have been under the load of this very run.")},
        {ProblemId::RedirectChain, QT_TRANSLATE_NOOP("Texts", "Redirect chains"),
         QT_TRANSLATE_NOOP("Texts",
                           "It takes two redirects or more to get to the page. Each costs time, and search "
                           "engines give up after some."),
         QT_TRANSLATE_NOOP("Texts", "Redirect to the last address directly.")},
        {ProblemId::BotChallenge, QT_TRANSLATE_NOOP("Texts", "Tests for browsers"),
         QT_TRANSLATE_NOOP("Texts",
                           "In place of the page came a test whether a person asks. The pages themselves were "
                           "not seen."),
         QT_TRANSLATE_NOOP("Texts", "Ask the owner of the site to let the crawler in, or go slower.")},
        {ProblemId::TypeMismatch, QT_TRANSLATE_NOOP("Texts", "Wrong content type"),
         QT_TRANSLATE_NOOP("Texts",
                           "The bytes are something else than the Content-Type header says. Browsers may "
                           "refuse to show them."),
         QT_TRANSLATE_NOOP("Texts", "Let the server send the type that fits, as shown beside the URL.")},
        {ProblemId::TitleMissing, QT_TRANSLATE_NOOP("Texts", "Title missing"),
         QT_TRANSLATE_NOOP("Texts",
                           "The page has no title. It is the headline in lists of results and the name of the "
                           "tab."),
         QT_TRANSLATE_NOOP("Texts", "Give each page a title that says what is on it.")},
        {ProblemId::TitleDuplicate, QT_TRANSLATE_NOOP("Texts", "Same title"),
         QT_TRANSLATE_NOOP("Texts",
                           "Several pages have the same title, so they cannot be told apart in lists of "
                           "results."),
         QT_TRANSLATE_NOOP("Texts",
                           "Give each page its own title, or name one of them as canonical if they are the "
                           "same page.")},
        {ProblemId::DescriptionDuplicate, QT_TRANSLATE_NOOP("Texts", "Same description"),
         QT_TRANSLATE_NOOP("Texts", "Several pages have the same description."),
         QT_TRANSLATE_NOOP("Texts", "Describe each page in its own words, or leave the description out.")},
        {ProblemId::H1Missing, QT_TRANSLATE_NOOP("Texts", "Main heading missing"),
         QT_TRANSLATE_NOOP("Texts",
                           "The page has no first-level heading (h1) with text. Readers and screen readers "
                           "look for it."),
         QT_TRANSLATE_NOOP("Texts", "Put the subject of the page into one h1.")},
        {ProblemId::DuplicateContent, QT_TRANSLATE_NOOP("Texts", "Same content"),
         QT_TRANSLATE_NOOP("Texts",
                           "Several addresses give exactly the same page. Search engines choose one of them, "
                           "perhaps not yours."),
         QT_TRANSLATE_NOOP("Texts", "Redirect the others to one address, or name it as canonical.")},
        {ProblemId::CanonicalSeveral, QT_TRANSLATE_NOOP("Texts", "Several canonicals"),
         QT_TRANSLATE_NOOP("Texts",
                           "The page names different URLs as canonical, in its head or in the header Link. "
                           "Search engines then heed none."),
         QT_TRANSLATE_NOOP("Texts", "Leave one of them.")},
        {ProblemId::LargePage, QT_TRANSLATE_NOOP("Texts", "Large answers"),
         QT_TRANSLATE_NOOP("Texts", "The body is larger than the limit above, after unpacking."),
         QT_TRANSLATE_NOOP("Texts", "Shrink images, split long lists, and leave out what the page does not need.")},
        {ProblemId::RedirectLinked, QT_TRANSLATE_NOOP("Texts", "Links to redirects"),
         QT_TRANSLATE_NOOP("Texts",
                           "These pages link to an address that redirects. It works, but each visit takes a "
                           "detour."),
         QT_TRANSLATE_NOOP("Texts", "Link to the address at the end of the redirect.")},
        {ProblemId::TitleLong, QT_TRANSLATE_NOOP("Texts", "Long titles"),
         QT_TRANSLATE_NOOP("Texts", "More than 60 characters; lists of results cut the rest off."),
         QT_TRANSLATE_NOOP("Texts", "Say what matters first, and shorten the rest.")},
        {ProblemId::DescriptionMissing, QT_TRANSLATE_NOOP("Texts", "Description missing"),
         QT_TRANSLATE_NOOP("Texts", "The page has no description. Search engines then choose a piece of its text."),
         QT_TRANSLATE_NOOP("Texts", "Add a meta description to the pages that matter.")},
        {ProblemId::DescriptionLong, QT_TRANSLATE_NOOP("Texts", "Long descriptions"),
         QT_TRANSLATE_NOOP("Texts", "More than 155 characters; lists of results cut the rest off."),
         QT_TRANSLATE_NOOP("Texts", "Say what matters first, and shorten the rest.")},
        {ProblemId::H1Several, QT_TRANSLATE_NOOP("Texts", "Several main headings"),
         QT_TRANSLATE_NOOP("Texts", "The page has more than one first-level heading (h1), so its subject is unclear."),
         QT_TRANSLATE_NOOP("Texts", "Keep one h1 and make the others h2.")},
        {ProblemId::NearDuplicate, QT_TRANSLATE_NOOP("Texts", "Nearly the same text"),
         QT_TRANSLATE_NOOP("Texts", "The visible text of these pages hardly differs."),
         QT_TRANSLATE_NOOP("Texts", "Merge them, or name one as canonical, unless they differ in what matters.")},
        {ProblemId::ThinContent, QT_TRANSLATE_NOOP("Texts", "Little text"),
         QT_TRANSLATE_NOOP("Texts",
                           "Fewer than 200 words of visible text. Text that scripts add later is not "
                           "counted."),
         QT_TRANSLATE_NOOP("Texts",
                           "Fine for overviews and forms; otherwise add to the page, or merge it with "
                           "another.")},
        {ProblemId::CanonicalElsewhere, QT_TRANSLATE_NOOP("Texts", "Canonical elsewhere"),
         QT_TRANSLATE_NOOP("Texts", "The page says that another URL stands for it, so it will not be listed itself."),
         QT_TRANSLATE_NOOP("Texts",
                           "Check that this is meant, and link to the canonical URL rather than to this one.")},
        {ProblemId::NoIndex, QT_TRANSLATE_NOOP("Texts", "Not to be indexed"),
         QT_TRANSLATE_NOOP("Texts", "The page asks search engines not to list it (noindex)."),
         QT_TRANSLATE_NOOP("Texts", "Check that this is meant; it is easily left over from a test.")},
        {ProblemId::MetaRefresh, QT_TRANSLATE_NOOP("Texts", "Redirect inside the page"),
         QT_TRANSLATE_NOOP("Texts", "The page sends its visitors on by a meta refresh, after the time shown."),
         QT_TRANSLATE_NOOP("Texts", "Let the server redirect (status 301 or 308).")},
        {ProblemId::ImagesWithoutAlt, QT_TRANSLATE_NOOP("Texts", "Images without alternative text"),
         QT_TRANSLATE_NOOP("Texts", "Who cannot see the images does not learn what is on them."),
         QT_TRANSLATE_NOOP("Texts", "Describe each in its alt attribute; an empty one is right for decoration.")},
        {ProblemId::LanguageMissing, QT_TRANSLATE_NOOP("Texts", "Language not stated"),
         QT_TRANSLATE_NOOP("Texts",
                           "Neither the page nor its headers say which language it is in. Screen readers and "
                           "translators have to guess."),
         QT_TRANSLATE_NOOP("Texts", "Add the attribute lang to the html element.")},
    }};

    constexpr bool inOrder()
    {
        for (std::size_t i = 0; i < kProblemTexts.size(); ++i) {
            if (kProblemTexts.at(i).id != static_cast<ProblemId>(i))
                return false;
        }
        return true;
    }
    static_assert(inOrder());

    const ProblemText &textOf(ProblemId id)
    {
        return kProblemTexts[static_cast<std::size_t>(id)];
    }

} // namespace

QString problemTitle(ProblemId id)
{
    return Tr::tr(textOf(id).title);
}

QString problemMeaning(ProblemId id)
{
    return Tr::tr(textOf(id).meaning);
}

QString problemAdvice(ProblemId id)
{
    return Tr::tr(textOf(id).advice);
}

QString problemSeverity(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return Tr::tr("Error");
    case ProblemSeverity::Warning:
        return Tr::tr("Warning");
    case ProblemSeverity::Notice:
        return Tr::tr("Notice");
    }
    return {};
}

} // namespace crawlscope::gui::texts
