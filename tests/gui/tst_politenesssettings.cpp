// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings.h"
#include "gui/setup/fieldmessage.h"
#include "gui/setup/politenesssettings.h"
#include "gui/setup/setuppanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
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
    config.limits.hostRatePerS = 2.5;
    config.limits.hostIntervalS = 1.25;
    config.limits.adaptive = true;
    HostOverride host;
    if (HostOverride::parse(u"*.example.org:per-host=2,rate=0.5,interval=1"_s, &host))
        config.limits.hosts.push_back(host);
    if (HostOverride::parse(u"a.example:8080:rate=0"_s, &host))
        config.limits.hosts.push_back(host);
    config.robots = RobotsMode::Obey;
    config.grouping = HostGrouping::Domain;
    config.retries = 3;
    config.retryUnsafe = true;
    config.secondPass = true;
    config.maxRetryAfterMs = 7'500;
    config.breaker = false;
    return config;
}

bool alike(const CrawlConfig &a, const CrawlConfig &b)
{
    return a.limits == b.limits && a.robots == b.robots && a.grouping == b.grouping && a.retries == b.retries
        && a.retryUnsafe == b.retryUnsafe && a.secondPass == b.secondPass && a.maxRetryAfterMs == b.maxRetryAfterMs
        && a.breaker == b.breaker;
}

} // namespace

class TestPolitenessSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void configSurvivesTheRoundTrip();
    void settingsKeepIt();
    void everyFieldNamesItsKey();
    void hostLimitsAreJudgedLive_data();
    void hostLimitsAreJudgedLive();
    void typingActsWhenItHasEnded();
    void limitsActWhileRunning();
    void ignoringRobotsWarns();
    void startShowsTheMistake();
};

void TestPolitenessSettings::configSurvivesTheRoundTrip()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    QVERIFY(alike(panel.config(), CrawlConfig()));
    QSignalSpy limits(&panel, &SetupPanel::limitsChanged);
    QSignalSpy changed(&panel.politeness(), &PolitenessSettings::changed);
    panel.setConfig(unusual());
    QVERIFY(alike(panel.config(), unusual()));
    QCOMPARE(limits.count() + changed.count(), 0); // set by the program
    panel.setConfig(CrawlConfig());
    QVERIFY(alike(panel.config(), CrawlConfig()));
}

void TestPolitenessSettings::settingsKeepIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        settings.setConfig(unusual());
        settings.setPolitenessFolded(false);
        settings.sync();
    }
    const Settings settings(file);
    QVERIFY(alike(settings.config(), unusual()));
    QVERIFY(!settings.politenessFolded());
}

void TestPolitenessSettings::everyFieldNamesItsKey()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    const QJsonObject keys = CrawlConfig().toJson();
    for (const char *key : {"host_rate", "host_interval", "adaptive", "host_limit", "group_by", "robots", "retries",
                            "retry_unsafe", "second_pass", "max_retry_after", "breaker"}) {
        QVERIFY2(keys.contains(QString::fromLatin1(key)), key);
        int told = 0;
        for (const QWidget *widget : panel.findChildren<QWidget *>())
            told += widget->toolTip().endsWith(QString(u": "_s + QString::fromLatin1(key))) ? 1 : 0;
        QVERIFY2(told > 0, key);
    }
}

void TestPolitenessSettings::hostLimitsAreJudgedLive_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << QString() << true << 0;
    QTest::newRow("one") << u"a.example:rate=1"_s << true << 1;
    QTest::newRow("blank lines") << u"\n a.example:rate=1 \n\n*.b.example:per-host=2\n"_s << true << 2;
    QTest::newRow("no limit") << u"a.example"_s << false << 0;
    QTest::newRow("no such limit") << u"a.example:rate=1\na.example:speed=3"_s << false << 1;
    QTest::newRow("out of range") << u"a.example:per-host=0"_s << false << 0;
}

void TestPolitenessSettings::hostLimitsAreJudgedLive()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(int, count);
    Theme theme;
    PolitenessSettings settings(theme);
    settings.show();
    settings.findChild<QPlainTextEdit *>(u"hosts"_s)->setPlainText(text);
    QCOMPARE(settings.valid(), valid);
    CrawlLimits limits;
    settings.readLimits(&limits);
    QCOMPARE(static_cast<int>(limits.hosts.size()), count);
    bool shown = false;
    for (const FieldMessage *message : settings.findChildren<FieldMessage *>())
        shown = shown || (message->isVisible() && message->kind() == FieldMessage::Kind::Error);
    QCOMPARE(shown, !valid);
}

void TestPolitenessSettings::typingActsWhenItHasEnded()
{
    Theme theme;
    PolitenessSettings settings(theme);
    QSignalSpy limits(&settings, &PolitenessSettings::limitsChanged);
    auto *hosts = settings.findChild<QPlainTextEdit *>(u"hosts"_s);
    QTest::keyClicks(hosts, u"a.example:rate=12"_s);
    QCOMPARE(limits.count(), 0);
    QTRY_COMPARE(limits.count(), 1);
    QTest::keyClicks(hosts, u",x"_s);
    QVERIFY(!settings.valid());
}

void TestPolitenessSettings::limitsActWhileRunning()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.show();
    panel.setPolitenessFolded(false);
    panel.setRunning(true);
    QSignalSpy limits(&panel, &SetupPanel::limitsChanged);
    auto *rate = panel.findChild<QDoubleSpinBox *>(u"hostRate"_s);
    QVERIFY(rate->isEnabled());
    rate->setValue(3);
    QCOMPARE(limits.count(), 1);
    QCOMPARE(limits.first().first().value<CrawlLimits>().hostRatePerS, 3.0);
    panel.findChild<QDoubleSpinBox *>(u"hostInterval"_s)->setValue(2);
    QCOMPARE(limits.count(), 2);
    for (QCheckBox *box : panel.findChildren<QCheckBox *>()) {
        if (box->toolTip().endsWith(u": adaptive"))
            box->click();
    }
    QCOMPARE(limits.count(), 3);
    QVERIFY(limits.last().first().value<CrawlLimits>().adaptive);
    QVERIFY(!panel.findChild<QComboBox *>(u"robots"_s)->isEnabled());
    QVERIFY(!panel.findChild<QSpinBox *>(u"retries"_s)->isEnabled());
    panel.setRunning(false);
    QVERIFY(panel.findChild<QComboBox *>(u"robots"_s)->isEnabled());
}

void TestPolitenessSettings::ignoringRobotsWarns()
{
    Theme theme;
    PolitenessSettings settings(theme);
    settings.show();
    const auto warned = [&settings] {
        for (const FieldMessage *message : settings.findChildren<FieldMessage *>()) {
            if (message->isVisible() && message->kind() == FieldMessage::Kind::Warning)
                return true;
        }
        return false;
    };
    QVERIFY(!warned());
    settings.findChild<QComboBox *>(u"robots"_s)->setCurrentIndex(2);
    QVERIFY(warned());
}

void TestPolitenessSettings::startShowsTheMistake()
{
    Theme theme;
    SetupPanel panel(theme, 1024);
    panel.show();
    QVERIFY(panel.politenessFolded() && panel.valid());
    panel.findChild<QPlainTextEdit *>(u"hosts"_s)->setPlainText(u"what?"_s);
    QVERIFY(!panel.valid());
    panel.showProblem();
    QVERIFY(!panel.politenessFolded() && panel.requestFolded());
}

QTEST_MAIN(TestPolitenessSettings)
#include "tst_politenesssettings.moc"
