// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings.h"
#include "gui/setup/fieldmessage.h"
#include "gui/setup/linksettings.h"
#include "gui/setup/setuppanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

CrawlConfig unusual()
{
    CrawlConfig config;
    config.robots = RobotsMode::Obey;
    config.follow.enabled = true;
    config.follow.resources = true;
    config.follow.scope.maxDepth = 3;
    config.follow.scope.maxUrls = 1234;
    config.follow.sitemaps = false;
    config.follow.sitemapUrls = QStringList {u"http://a.example/one.xml"_s, u"http://b.example/two.xml.gz"_s};
    config.follow.scope.area = ScopeArea::SameFolder;
    config.follow.scope.nofollow = NofollowRule::Check;
    config.follow.scope.checkOutside = false;
    config.follow.scope.check = {{u"^https://a\\.example/"_s, u"\\.html$"_s}, {u"logout"_s}};
    config.follow.scope.follow = {{u"/docs/"_s}, {u"/archive/"_s, u"(?i)print"_s}};
    return config;
}

struct Panel
{
    Theme theme;
    SetupPanel panel {theme, 1024};
    Panel() { panel.show(); }
    [[nodiscard]] QCheckBox *follow() const { return panel.findChild<QCheckBox *>(u"follow"_s); }
    [[nodiscard]] QComboBox *robots() const { return panel.findChild<QComboBox *>(u"robots"_s); }
    [[nodiscard]] QPlainTextEdit *list(const char *name) const
    {
        return panel.findChild<QPlainTextEdit *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString message(FieldMessage::Kind kind) const
    {
        for (const FieldMessage *message : panel.links().findChildren<FieldMessage *>()) {
            if (message->isVisible() && message->kind() == kind)
                return message->text();
        }
        return {};
    }
};

} // namespace

class TestLinkSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void configSurvivesTheRoundTrip_data();
    void configSurvivesTheRoundTrip();
    void settingsKeepIt();
    void everyFieldNamesItsKey();
    void fieldsWaitForTheSwitch();
    void expressionsAreJudgedLive_data();
    void expressionsAreJudgedLive();
    void mistakesStopNoRunThatFollowsNothing();
    void startShowsTheMistake();
    void sitemapsAreUrls();
    void robotsAreObeyedWhileFollowing();
    void aChosenRuleForRobotsStays_data();
    void aChosenRuleForRobotsStays();
    void aChosenRuleOutlivesTheProgram();
};

void TestLinkSettings::configSurvivesTheRoundTrip_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<quint64>("most");
    QTest::newRow("as it begins") << FollowConfig::kAnyDepth << quint64 {100'000};
    QTest::newRow("only the list") << 0 << quint64 {0};
    QTest::newRow("deepest") << FollowConfig::kAnyDepth - 1 << FollowConfig::kMostUrls;
}

void TestLinkSettings::configSurvivesTheRoundTrip()
{
    QFETCH(const int, depth);
    QFETCH(const quint64, most);
    Theme theme;
    SetupPanel panel(theme, 1024);
    QVERIFY(panel.config().follow == FollowConfig());
    QSignalSpy changed(&panel.links(), &LinkSettings::changed);
    CrawlConfig config = unusual();
    panel.setConfig(config);
    QVERIFY(panel.config().follow == config.follow);
    config.follow.scope.maxDepth = depth;
    config.follow.scope.maxUrls = most;
    panel.setConfig(config);
    QVERIFY(panel.config().follow == config.follow);
    QVERIFY(panel.config().validate().isEmpty());
    QCOMPARE(changed.count(), 0); // set by the program
    panel.setConfig(CrawlConfig());
    QVERIFY(panel.config().follow == FollowConfig());
}

void TestLinkSettings::settingsKeepIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        QVERIFY(settings.linksFolded());
        settings.setConfig(unusual());
        settings.setLinksFolded(false);
        settings.setRobotsChosen(true);
        settings.sync();
    }
    Settings settings(file);
    QVERIFY(settings.config().follow == unusual().follow);
    QVERIFY(!settings.linksFolded() && settings.robotsChosen());
    settings.restoreDefaults();
    QVERIFY(settings.config().follow == FollowConfig());
    QVERIFY(!settings.robotsChosen());
}

void TestLinkSettings::everyFieldNamesItsKey()
{
    Theme theme;
    LinkSettings links(theme);
    const QJsonObject keys = unusual().toJson();
    for (const char *key : {"follow", "resources", "depth", "max_urls", "outside", "scope", "nofollow", "include",
                            "exclude", "follow_include", "follow_exclude", "sitemaps", "sitemap"}) {
        QVERIFY2(keys.contains(QString::fromLatin1(key)), key);
        int told = 0;
        for (const QWidget *widget : links.findChildren<QWidget *>())
            told += widget->toolTip().endsWith(QString(u": "_s + QString::fromLatin1(key))) ? 1 : 0;
        QCOMPARE(told, 1);
    }
}

void TestLinkSettings::fieldsWaitForTheSwitch()
{
    const Panel p;
    p.panel.links().setVisible(true);
    auto *depth = p.panel.findChild<QSpinBox *>(u"depth"_s);
    QVERIFY(p.follow()->isEnabled() && !depth->isEnabled() && !p.list("include")->isEnabled());
    QSignalSpy changed(&p.panel, &SetupPanel::configChanged);
    p.follow()->click();
    QCOMPARE(changed.count(), 1);
    QVERIFY(depth->isEnabled() && p.list("include")->isEnabled());
    p.panel.links().setRunning(true);
    QVERIFY(!p.follow()->isEnabled() && !depth->isEnabled());
    p.panel.links().setRunning(false);
    QVERIFY(p.follow()->isEnabled() && depth->isEnabled());
    p.follow()->click();
    QVERIFY(!depth->isEnabled());
}

void TestLinkSettings::expressionsAreJudgedLive_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << QString() << QString() << 0;
    QTest::newRow("two and blank lines") << u"\n /a/ \n\n/b/\n"_s << QString() << 2;
    QTest::newRow("unbalanced") << u"/a/\n\n/b(c/"_s << u"Line 3, character 6: "_s << 2;
    QTest::newRow("nothing to repeat") << u"*"_s << u"Line 1, character 1: "_s << 1;
    QTest::newRow("too long") << u"/\n"_s + QString(ScopeRules::kLongestExpression + 1, u'a')
                              << u"Line 2 is longer than 4,096 characters"_s << 2;
    QTest::newRow("too many") << u"a\n"_s.repeated(51) << u"At most 50"_s << 51;
}

void TestLinkSettings::expressionsAreJudgedLive()
{
    QFETCH(const QString, text);
    QFETCH(const QString, problem);
    QFETCH(const int, count);
    for (const char *name : {"include", "exclude", "followInclude", "followExclude"}) {
        Panel p;
        p.panel.setLinksFolded(false);
        p.follow()->click();
        p.list(name)->setPlainText(text);
        QCOMPARE(p.panel.valid(), problem.isEmpty());
        const QString shown = p.message(FieldMessage::Kind::Error);
        QCOMPARE(shown.isEmpty(), problem.isEmpty());
        QVERIFY2(shown.startsWith(problem), qPrintable(shown));
        const ScopeRules rules = p.panel.config().follow.scope;
        const auto found = rules.check.include + rules.check.exclude + rules.follow.include + rules.follow.exclude;
        QCOMPARE(static_cast<int>(found.size()), count);
        QCOMPARE(p.panel.config().validate().isEmpty(), problem.isEmpty());
    }
}

void TestLinkSettings::mistakesStopNoRunThatFollowsNothing()
{
    const Panel p;
    p.list("exclude")->setPlainText(u"("_s);
    QVERIFY(p.panel.valid());
    QVERIFY(p.panel.config().validate().isEmpty());
    p.follow()->click();
    QVERIFY(!p.panel.valid());
    p.follow()->click();
    QVERIFY(p.panel.valid());
    QCOMPARE(p.list("exclude")->toPlainText(), u"("_s); // not lost
}

void TestLinkSettings::sitemapsAreUrls()
{
    const Panel p;
    p.panel.links().setVisible(true);
    auto *edit = p.list("sitemap");
    p.follow()->click();
    edit->setPlainText(u"http://a.example/s.xml\n\nftp://b.example/s.xml"_s);
    QVERIFY(!p.panel.links().valid());
    QCOMPARE(p.message(FieldMessage::Kind::Error), u"Line 3 is no http or https URL"_s);
    edit->setPlainText(u"http://a.example/s.xml\n\n  b.example/s.xml "_s);
    QVERIFY(p.panel.links().valid());
    QCOMPARE(p.message(FieldMessage::Kind::Error), QString());
    QCOMPARE(p.panel.config().follow.sitemapUrls, (QStringList {u"http://a.example/s.xml"_s, u"b.example/s.xml"_s}));
    edit->setPlainText(u"ftp://b.example/s.xml"_s);
    p.follow()->click(); // a mistake stops no run that follows nothing
    QVERIFY(p.panel.links().valid());
    QVERIFY(p.panel.config().follow.sitemapUrls.isEmpty());
}

void TestLinkSettings::startShowsTheMistake()
{
    Panel p;
    p.follow()->click();
    p.list("followExclude")->setPlainText(u"["_s);
    QVERIFY(p.panel.linksFolded() && !p.panel.valid());
    p.panel.showProblem();
    QVERIFY(!p.panel.linksFolded() && p.panel.requestFolded());
}

void TestLinkSettings::robotsAreObeyedWhileFollowing()
{
    Panel p;
    p.panel.setLinksFolded(false);
    QCOMPARE(p.panel.config().robots, RobotsMode::Report);
    p.follow()->click();
    QCOMPARE(p.panel.config().robots, RobotsMode::Obey);
    QVERIFY(p.message(FieldMessage::Kind::Hint).contains(u"robots.txt is obeyed"_s));
    p.follow()->click();
    QCOMPARE(p.panel.config().robots, RobotsMode::Report);
    QVERIFY(!p.message(FieldMessage::Kind::Hint).contains(u"robots.txt"_s));
}

void TestLinkSettings::aChosenRuleForRobotsStays_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<RobotsMode>("mode");
    QTest::addColumn<bool>("before");
    for (const bool before : {true, false}) {
        QTest::addRow("obey %d", before) << 0 << RobotsMode::Obey << before;
        QTest::addRow("report %d", before) << 1 << RobotsMode::Report << before;
        QTest::addRow("ignore %d", before) << 2 << RobotsMode::Ignore << before;
    }
}

/// Chosen before links were followed, or meanwhile.
void TestLinkSettings::aChosenRuleForRobotsStays()
{
    QFETCH(const int, index);
    QFETCH(const RobotsMode, mode);
    QFETCH(const bool, before);
    Panel p;
    p.panel.setLinksFolded(false);
    if (!before)
        p.follow()->click();
    p.robots()->setCurrentIndex((index + 1) % 3);
    p.robots()->setCurrentIndex(index);
    if (before)
        p.follow()->click();
    QCOMPARE(p.panel.config().robots, mode);
    QCOMPARE(p.message(FieldMessage::Kind::Warning).isEmpty(), mode == RobotsMode::Obey);
    p.follow()->click();
    QCOMPARE(p.panel.config().robots, mode);
}

void TestLinkSettings::aChosenRuleOutlivesTheProgram()
{
    CrawlConfig config;
    config.follow.enabled = true;
    config.robots = RobotsMode::Obey;
    for (const bool chosen : {false, true}) {
        Panel p;
        p.panel.setConfig(config);
        p.panel.setRobotsChosen(chosen);
        QCOMPARE(p.panel.robotsChosen(), chosen);
        p.follow()->click();
        QCOMPARE(p.panel.config().robots, chosen ? RobotsMode::Obey : RobotsMode::Report);
    }
}

QTEST_MAIN(TestLinkSettings)
#include "tst_linksettings.moc"
