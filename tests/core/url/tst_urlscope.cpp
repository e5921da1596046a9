// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/publicsuffix.h"
#include "core/url/urlnormalizer.h"
#include "core/url/urlscope.h"

#include <QTest>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

namespace {

UrlScope made(const ScopeRules &rules, const QByteArrayList &seeds)
{
    ScopeError error;
    auto scope = UrlScope::make(
        rules, [](QByteArrayView host) { return PublicSuffix::site(host); }, &error);
    if (!scope)
        qFatal("rules are none: kind %d", static_cast<int>(error.kind));
    for (const QByteArray &seed : seeds)
        scope->addSeed(UrlNormalizer::normalize(seed).url);
    return *scope;
}

ScopeRules rulesOf(ScopeArea area)
{
    ScopeRules rules;
    rules.maxDepth = 5;
    rules.area = area;
    return rules;
}

} // namespace

Q_DECLARE_METATYPE(crawlscope::ScopeArea)
Q_DECLARE_METATYPE(crawlscope::ScopeAction)
Q_DECLARE_METATYPE(crawlscope::ScopeReason)
Q_DECLARE_METATYPE(crawlscope::ScopeRules)
Q_DECLARE_METATYPE(crawlscope::ScopeError::Kind)
Q_DECLARE_METATYPE(crawlscope::ScopeError::List)

class TestUrlScope : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void area_data();
    void area();
    void judges_data();
    void judges();
    void refuses_data();
    void refuses();
    void mostExpressions();
    void costlyExpression_data();
    void costlyExpression();
    void limitOfUrls();
    void seeds();
    void redirectTargetWidensTheArea();
    void foldersWithinOthersAddNothing();
    void folderOfManySeeds();
    void siteIsAskedOnlyWhereItMatters();
    void names();
    void cost();
};

void TestUrlScope::area_data()
{
    QTest::addColumn<ScopeArea>("area");
    QTest::addColumn<QByteArray>("seed");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("inside");
    const auto row = [](const char *name, ScopeArea area, const QByteArray &seed, const QByteArray &url, bool inside) {
        QTest::newRow(name) << area << seed << url << inside;
    };
    constexpr auto host = ScopeArea::SameHost;
    row("host", host, "http://e.org/a", "http://e.org/b?c", true);
    row("host, https", host, "http://e.org/a", "https://e.org/", true);
    row("host, other port", host, "http://e.org/a", "http://e.org:8080/", false);
    row("host, same port", host, "http://e.org:8080/a", "https://e.org:8080/", true);
    row("host, port of the other scheme", host, "http://e.org/", "http://e.org:443/", false);
    row("host, subdomain", host, "http://e.org/", "http://www.e.org/", false);
    row("host, parent", host, "http://www.e.org/", "http://e.org/", false);
    row("host, beginning alike", host, "http://e.org/", "http://e.org.evil.net/", false);
    row("host, ending alike", host, "http://e.org/", "http://the.org/", false);
    row("host, in the path", host, "http://e.org/", "http://x.net/e.org/", false);
    row("host, in the query", host, "http://e.org/", "http://x.net/?http://e.org/", false);
    row("host, IPv6", host, "http://[::1]:8080/", "http://[::1]:8080/x", true);
    row("host, IPv6 and port", host, "http://[::1]/", "http://[::1]:8080/x", false);
    row("host, no web", host, "http://e.org/", "ftp://e.org/", false);
    constexpr auto site = ScopeArea::SameSite;
    row("site, itself", site, "http://www.e.org/", "http://www.e.org/b", true);
    row("site, parent", site, "http://www.e.org/", "http://e.org/", true);
    row("site, sibling", site, "http://www.e.org/", "https://shop.e.org:8443/", true);
    row("site, deep", site, "http://e.org/", "http://a.b.c.e.org/", true);
    row("site, ending alike", site, "http://e.org/", "http://the.org/", false);
    row("site, other", site, "http://e.co.uk/", "http://x.co.uk/", false);
    row("site, two labels", site, "http://www.e.co.uk/", "http://shop.e.co.uk/", true);
    row("site, private suffix", site, "http://a.github.io/", "http://b.github.io/", false);
    row("site, the suffix itself", site, "http://github.io/", "http://b.github.io/", false);
    row("site, suffix below a domain", site, "http://amazonaws.com/", "http://b.s3.amazonaws.com/", false);
    row("site, address", site, "http://127.0.0.1/", "http://127.0.0.1:81/", true);
    row("site, other address", site, "http://10.0.0.1/", "http://10.1.0.1/", false);
    row("site, name without dot", site, "http://localhost/", "http://localhost:8080/", true);
    constexpr auto folder = ScopeArea::SameFolder;
    row("folder, file", folder, "http://e.org/docs/index.html", "http://e.org/docs/a/b", true);
    row("folder, itself", folder, "http://e.org/docs/", "http://e.org/docs/?q=1", true);
    row("folder, parent", folder, "http://e.org/docs/", "http://e.org/", false);
    row("folder, beginning alike", folder, "http://e.org/docs/", "http://e.org/docs2/", false);
    row("folder, without slash", folder, "http://e.org/docs", "http://e.org/other", true);
    row("folder, slash in the query", folder, "http://e.org/docs/", "http://e.org/?/docs/", false);
    row("folder, query of the seed", folder, "http://e.org/docs/?a=/x/y", "http://e.org/docs/z", true);
    row("folder, https", folder, "http://e.org/docs/", "https://e.org/docs/x", true);
    row("folder, other host", folder, "http://e.org/docs/", "http://x.org/docs/x", false);
    row("folder, case", folder, "http://e.org/Docs/", "http://e.org/docs/", false);
    row("any", ScopeArea::Anywhere, "http://e.org/docs/", "https://x.org/", true);
    row("any, no web", ScopeArea::Anywhere, "http://e.org/docs/", "mailto:a@e.org", false);
}

void TestUrlScope::area()
{
    QFETCH(ScopeArea, area);
    QFETCH(QByteArray, seed);
    QFETCH(QByteArray, url);
    QFETCH(bool, inside);
    const UrlScope scope = made(rulesOf(area), {"http://unrelated.net/folder/", seed});
    QCOMPARE(scope.isInside(url), inside);
    const auto verdict = scope.judge({.url = url, .depth = 1}, 2);
    QCOMPARE(verdict.action == ScopeAction::Follow, inside);
}

void TestUrlScope::judges_data()
{
    QTest::addColumn<ScopeRules>("rules");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("flags"); // 1: nofollow, 2: trap
    QTest::addColumn<ScopeAction>("action");
    QTest::addColumn<ScopeReason>("reason");
    using A = ScopeAction;
    using R = ScopeReason;
    const ScopeRules plain = rulesOf(ScopeArea::SameHost);
    const QByteArray in = "http://e.org/a/1";
    const QByteArray out = "http://x.net/a/1";
    const auto row = [](const char *name, const ScopeRules &rules, const QByteArray &url, int depth, int flags,
                        A action,
                        R reason) { QTest::newRow(name) << rules << url << depth << flags << action << reason; };
    const auto with = [&plain](const auto &change) {
        ScopeRules rules = plain;
        change(&rules);
        return rules;
    };
    row("inside", plain, in, 1, 0, A::Follow, R::None);
    row("last depth", plain, in, 5, 0, A::Check, R::LastDepth);
    row("too deep", plain, in, 6, 0, A::Skip, R::TooDeep);
    row("depth 0", with([](ScopeRules *r) { r->maxDepth = 0; }), in, 1, 0, A::Skip, R::TooDeep);
    row("outside", plain, out, 1, 0, A::Check, R::OutsideScope);
    row("outside, last depth", plain, out, 5, 0, A::Check, R::OutsideScope);
    row("outside, too deep", plain, out, 6, 0, A::Skip, R::TooDeep);
    row("outside, off", with([](ScopeRules *r) { r->checkOutside = false; }), out, 1, 0, A::Skip, R::OutsideScope);
    row("mail", plain, "mailto:a@e.org", 1, 0, A::Skip, R::Scheme);
    row("script", plain, "javascript:alert(1)", 1, 0, A::Skip, R::Scheme);
    row("empty", plain, "", 1, 0, A::Skip, R::Scheme);
    row("upper case is not normalised", plain, "HTTP://e.org/", 1, 0, A::Skip, R::Scheme);
    row("nofollow", plain, in, 1, 1, A::Skip, R::Nofollow);
    row("nofollow checked", with([](ScopeRules *r) { r->nofollow = NofollowRule::Check; }), in, 1, 1, A::Check,
        R::Nofollow);
    row("nofollow ignored", with([](ScopeRules *r) { r->nofollow = NofollowRule::Ignore; }), in, 1, 1, A::Follow,
        R::None);
    row("trap", plain, in, 1, 2, A::Skip, R::Trap);
    row("trap outside", plain, out, 1, 2, A::Skip, R::Trap);

    const auto excludes = with([](ScopeRules *r) { r->check.exclude = {u"\\.pdf$"_s, u"^http://e\\.org/private/"_s}; });
    row("excluded", excludes, "http://e.org/private/x", 1, 0, A::Skip, R::Excluded);
    row("excluded outside", excludes, "http://x.net/a.pdf", 1, 0, A::Skip, R::Excluded);
    row("not excluded", excludes, "http://e.org/a.pdf?x", 1, 0, A::Follow, R::None);
    row("case", excludes, "http://e.org/a.PDF", 1, 0, A::Follow, R::None);
    const auto includes = with([](ScopeRules *r) { r->check.include = {u"/blog/"_s, u"/news/"_s}; });
    row("included", includes, "http://e.org/news/", 1, 0, A::Follow, R::None);
    row("not included", includes, in, 1, 0, A::Skip, R::NotIncluded);
    row("include and outside", includes, out, 1, 0, A::Check, R::OutsideScope);
    const auto both = with([](ScopeRules *r) { r->check = {{u"/blog/"_s}, {u"(?i)/BLOG/old"_s}}; });
    row("included and excluded", both, "http://e.org/blog/old/1", 1, 0, A::Skip, R::Excluded);
    const auto follow = with([](ScopeRules *r) { r->follow = {{u"/blog/"_s}, {u"[?&]page="_s}}; });
    row("followed", follow, "http://e.org/blog/1", 1, 0, A::Follow, R::None);
    row("checked, not in", follow, in, 1, 0, A::Check, R::NotIncluded);
    row("checked, out", follow, "http://e.org/blog/?page=2", 1, 0, A::Check, R::Excluded);
    const auto backReference = with([](ScopeRules *r) { r->check.exclude = {u"(/[^/]+)\\1\\1"_s}; });
    row("back reference", backReference, "http://e.org/a/a/a/", 1, 0, A::Skip, R::Excluded);
    row("no back reference", backReference, "http://e.org/a/a/b/", 1, 0, A::Follow, R::None);
}

void TestUrlScope::judges()
{
    QFETCH(ScopeRules, rules);
    QFETCH(QByteArray, url);
    QFETCH(int, depth);
    QFETCH(int, flags);
    QFETCH(ScopeAction, action);
    QFETCH(ScopeReason, reason);
    const UrlScope scope = made(rules, {"http://e.org/"});
    const UrlScope::Candidate candidate {url, depth, (flags & 1) != 0, (flags & 2) != 0};
    const auto verdict = scope.judge(candidate, 1);
    QCOMPARE(verdict.action, action);
    QCOMPARE(verdict.reason, reason);
    // The limit of URLs is the last reason not to ask, and never one to ask.
    ScopeRules limited = rules;
    limited.maxUrls = 1;
    const auto full = made(limited, {"http://e.org/"}).judge(candidate, 1);
    QCOMPARE(full.action, ScopeAction::Skip);
    QCOMPARE(full.reason, action == ScopeAction::Skip ? reason : ScopeReason::LimitReached);
}

void TestUrlScope::refuses_data()
{
    QTest::addColumn<ScopeRules>("rules");
    QTest::addColumn<ScopeError::Kind>("kind");
    QTest::addColumn<ScopeError::List>("list");
    QTest::addColumn<qsizetype>("index");
    QTest::addColumn<qsizetype>("offset");
    using Kind = ScopeError::Kind;
    using List = ScopeError::List;
    const auto row = [](const char *name, const auto &change, Kind kind, List list, qsizetype index, qsizetype offset) {
        ScopeRules rules;
        change(&rules);
        QTest::newRow(name) << rules << kind << list << index << offset;
    };
    row(
        "bracket",
        [](ScopeRules *r) {
            r->check.include = {u"a"_s, u"ab(c"_s};
        },
        Kind::Invalid, List::Include, 1, 4);
    row(
        "nothing to repeat", [](ScopeRules *r) { r->check.exclude = {u"*"_s}; }, Kind::Invalid, List::Exclude, 0, 0);
    row(
        "class", [](ScopeRules *r) { r->follow.include = {u"[z-a]"_s}; }, Kind::Invalid, List::FollowInclude, 0, 3);
    row(
        "group", [](ScopeRules *r) { r->follow.exclude = {u"x(?<n"_s}; }, Kind::Invalid, List::FollowExclude, 0, 5);
    row(
        "empty",
        [](ScopeRules *r) {
            r->check.exclude = {u"a"_s, {}};
        },
        Kind::Empty, List::Exclude, 1, -1);
    row(
        "long", [](ScopeRules *r) { r->check.exclude = {QString(4097, u'a')}; }, Kind::TooLong, List::Exclude, 0, -1);
    row(
        "many", [](ScopeRules *r) { r->check.include = QStringList(51, u"a"_s); }, Kind::TooMany, List::Include, 50,
        -1);
    row(
        "depth", [](ScopeRules *r) { r->maxDepth = -1; }, Kind::DepthOutOfRange, List::Include, -1, -1);
    row(
        "great depth", [](ScopeRules *r) { r->maxDepth = 100'001; }, Kind::DepthOutOfRange, List::Include, -1, -1);
}

void TestUrlScope::refuses()
{
    QFETCH(ScopeRules, rules);
    QFETCH(ScopeError::Kind, kind);
    QFETCH(ScopeError::List, list);
    QFETCH(qsizetype, index);
    QFETCH(qsizetype, offset);
    ScopeError error;
    QVERIFY(!UrlScope::make(rules, {}, &error));
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.list, list);
    QCOMPARE(error.index, index);
    QCOMPARE(error.offset, offset);
    QCOMPARE(error.detail.isEmpty(), kind != ScopeError::Kind::Invalid);
    QVERIFY(!UrlScope::make(rules));
}

void TestUrlScope::mostExpressions()
{
    ScopeRules rules = rulesOf(ScopeArea::SameHost);
    for (int i = 0; i < ScopeRules::kMostExpressions; ++i)
        rules.check.include.append(u"/page%1$"_s.arg(i));
    const UrlScope scope = made(rules, {"http://e.org/"});
    QCOMPARE(scope.judge({.url = "http://e.org/page49"}, 1).action, ScopeAction::Follow);
    QCOMPARE(scope.judge({.url = "http://e.org/page50"}, 1).reason, ScopeReason::NotIncluded);
}

void TestUrlScope::costlyExpression_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("nested") << u"/(a+)+$"_s;
    QTest::newRow("limit of its own") << u"(*LIMIT_MATCH=4000000000)/(a|aa)+$"_s;
    QTest::newRow("without JIT") << u"(*NO_JIT)/(a|a?)+$"_s;
}

void TestUrlScope::costlyExpression()
{
    QFETCH(QString, expression);
    const QByteArray url = "http://e.org/" + QByteArray(4000, 'a') + "b";
    ScopeRules excludes = rulesOf(ScopeArea::SameHost);
    excludes.check.exclude = {expression};
    // Giving up means no request, whichever list the expression is in.
    QCOMPARE(made(excludes, {"http://e.org/"}).judge({.url = url}, 1).reason, ScopeReason::ExpressionLimit);
    ScopeRules includes = rulesOf(ScopeArea::SameHost);
    includes.check.include = {expression, u"nothing"_s};
    QCOMPARE(made(includes, {"http://e.org/"}).judge({.url = url}, 1).reason, ScopeReason::ExpressionLimit);
    includes.check.include.append(u"e\\.org"_s);
    QCOMPARE(made(includes, {"http://e.org/"}).judge({.url = url}, 1).action, ScopeAction::Follow);
    ScopeRules follows = rulesOf(ScopeArea::SameHost);
    follows.follow.exclude = {expression};
    const auto verdict = made(follows, {"http://e.org/"}).judge({.url = url}, 1);
    QCOMPARE(verdict, (UrlScope::Verdict {ScopeAction::Check, ScopeReason::ExpressionLimit}));
}

void TestUrlScope::limitOfUrls()
{
    ScopeRules rules = rulesOf(ScopeArea::SameHost);
    rules.maxUrls = 10;
    const UrlScope scope = made(rules, {"http://e.org/"});
    QCOMPARE(scope.judge({.url = "http://e.org/a"}, 9).action, ScopeAction::Follow);
    QCOMPARE(scope.judge({.url = "http://e.org/a"}, 10).reason, ScopeReason::LimitReached);
    QCOMPARE(scope.judge({.url = "http://e.org/a"}, 1'000'000).reason, ScopeReason::LimitReached);
    QCOMPARE(made(rulesOf(ScopeArea::SameHost), {"http://e.org/"}).judge({.url = "http://e.org/a"}, ~0ULL).action,
             ScopeAction::Follow);
}

void TestUrlScope::seeds()
{
    QCOMPARE(made(rulesOf(ScopeArea::SameHost), {}).judgeSeed(),
             (UrlScope::Verdict {ScopeAction::Follow, ScopeReason::None}));
    QCOMPARE(made({}, {}).judgeSeed(), (UrlScope::Verdict {ScopeAction::Check, ScopeReason::LastDepth}));
    // Without a seed nothing is inside.
    for (const ScopeArea area : {ScopeArea::SameHost, ScopeArea::SameSite, ScopeArea::SameFolder})
        QVERIFY(!made(rulesOf(area), {}).isInside("http://e.org/"));
    UrlScope scope = made(rulesOf(ScopeArea::SameHost), {});
    scope.addSeed("ftp://e.org/");
    scope.addSeed("");
    QVERIFY(!scope.isInside("http://e.org/"));
}

void TestUrlScope::redirectTargetWidensTheArea()
{
    UrlScope scope = made(rulesOf(ScopeArea::SameHost), {"http://e.org/"});
    QVERIFY(!scope.isInside("https://www.e.org/a"));
    scope.addSeed("https://www.e.org/");
    QVERIFY(scope.isInside("https://www.e.org/a"));
    QVERIFY(scope.isInside("http://e.org/a"));
}

void TestUrlScope::foldersWithinOthersAddNothing()
{
    // Also where the wider folder comes last, and with neighbours that sort between.
    UrlScope scope =
        made(rulesOf(ScopeArea::SameFolder), {"http://e.org/a/b/c/", "http://e.org/a-b/", "http://e.org/a/x/"});
    QVERIFY(!scope.isInside("http://e.org/a/q"));
    QVERIFY(scope.isInside("http://e.org/a/x/1"));
    scope.addSeed("http://e.org/a/");
    scope.addSeed("http://e.org/a/b/d/");
    for (const char *url : {"http://e.org/a/q", "http://e.org/a/b/c/1", "http://e.org/a/b/z", "http://e.org/a-b/1"})
        QVERIFY2(scope.isInside(url), url);
    for (const char *url : {"http://e.org/a-c/", "http://e.org/b/", "http://e.org/a"})
        QVERIFY2(!scope.isInside(url), url);
}

void TestUrlScope::folderOfManySeeds()
{
    UrlScope scope = made(rulesOf(ScopeArea::SameFolder), {});
    for (int i = 0; i < 2000; ++i)
        scope.addSeed(QByteArray("http://e.org/" + QByteArray::number(i * 7919 % 10'007) + "/x/"));
    for (int i = 0; i < 10'007; ++i) {
        bool seeded = false;
        for (int k = 0; k < 2000 && !seeded; ++k)
            seeded = k * 7919 % 10'007 == i;
        const QByteArray url = "http://e.org/" + QByteArray::number(i) + "/x/page";
        QVERIFY2(scope.isInside(url) == seeded, url.constData());
        if (i > 300)
            i += 37;
    }
}

void TestUrlScope::siteIsAskedOnlyWhereItMatters()
{
    int asked = 0;
    auto scope = UrlScope::make(rulesOf(ScopeArea::SameSite), [&asked](QByteArrayView host) {
        ++asked;
        return PublicSuffix::site(host);
    });
    QVERIFY(scope);
    for (int i = 0; i < 100; ++i)
        scope->addSeed(QByteArray("http://www.e.org/" + QByteArray::number(i)));
    const int forSeeds = asked;
    QVERIFY2(forSeeds <= 101, qPrintable(QString::number(forSeeds)));
    for (int i = 0; i < 100; ++i) {
        QVERIFY(scope->isInside("http://www.e.org/x"));
        QVERIFY(!scope->isInside("http://www.x.org/x"));
    }
    QCOMPARE(asked, forSeeds);
    QVERIFY(scope->isInside("http://e.org/"));
    QCOMPARE(asked, forSeeds + 1);
}

void TestUrlScope::names()
{
    QSet<QByteArray> names;
    for (int i = 0; i <= static_cast<int>(ScopeReason::LimitReached); ++i)
        names.insert(scopeReasonName(static_cast<ScopeReason>(i)).toByteArray());
    QCOMPARE(names.size(), static_cast<int>(ScopeReason::LimitReached) + 1);
    for (const ScopeArea area : {ScopeArea::SameHost, ScopeArea::SameSite, ScopeArea::SameFolder, ScopeArea::Anywhere})
        QCOMPARE(scopeAreaFromName(scopeAreaName(area)), area);
    QVERIFY(!scopeAreaFromName("Host"));
    QVERIFY(!scopeAreaFromName(""));
}

void TestUrlScope::cost()
{
    const UrlScope scope = made(rulesOf(ScopeArea::SameHost), {"http://e.org/", "http://www.e.org/"});
    const QByteArray url = "http://e.org/some/folder/and/a/page.html?with=query";
    quint64 followed = 0;
    QBENCHMARK
    {
        followed += scope.judge({.url = url}, 1).action == ScopeAction::Follow ? 1U : 0U;
    }
    QVERIFY(followed > 0);
}

QTEST_APPLESS_MAIN(TestUrlScope)
#include "tst_urlscope.moc"
