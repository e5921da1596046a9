// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionpath.h"
#include "gui/dialogs/csvdialog.h"
#include "gui/dialogs/settingsdialog.h"
#include "gui/settings.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(crawlscope::gui::RequestBody)

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void defaults();
    void everythingSurvives();
    void secretsAreNotWritten();
    void bodySurvives_data();
    void bodySurvives();
    void proxyTlsSurvives();
    void damagedValuesReadAsDefaults_data();
    void damagedValuesReadAsDefaults();
    void changesAreTold();
    void dialogAppliesAtOnce();
    void csvDialogChoosesTheColumn();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSettings::defaults()
{
    const Settings settings(file());
    QCOMPARE(settings.language(), Settings::systemLanguage());
    QCOMPARE(settings.themeMode(), ThemeMode::System);
    QCOMPARE(settings.updateIntervalMs(), 100);
    QVERIFY(settings.confirmClose());
    QVERIFY(settings.requestFolded());
    QCOMPARE(settings.config().toJson(), CrawlConfig().toJson());
    QVERIFY(settings.exportOptions().neutralizeFormulas);
    QVERIFY(settings.windowGeometry().isEmpty());
    QCOMPARE(settings.sessionsFolder(), SessionPath::defaultFolder());
    QVERIFY(settings.recentSessions().isEmpty());
}

void TestSettings::everythingSurvives()
{
    CrawlConfig config;
    config.limits.inFlight = 77;
    config.limits.ratePerS = 1.5;
    config.method = "HEAD";
    config.headers = {{"Accept", "text/html"}};
    {
        Settings settings(file());
        settings.setLanguage(u"zh_CN"_s);
        settings.setThemeMode(ThemeMode::Dark);
        settings.setUpdateIntervalMs(500);
        settings.setConfirmClose(false);
        settings.setConfig(config);
        settings.setExportOptions({ExportFormat::Html, false, true});
        settings.setFolder(u"/tmp/lists"_s);
        settings.setWindowGeometry("\x00geo\xff");
        settings.setWindowState("state");
        settings.setResultsState("columns");
        settings.setRequestFolded(false);
        settings.setSessionsFolder(u"/tmp/runs"_s);
        settings.setDismissedSession(u"a|1"_s);
        for (int i = 0; i < 12; ++i)
            settings.addRecentSession(u"/s/%1"_s.arg(i));
        settings.addRecentSession(u"/s/9"_s); // to the front, not twice
        settings.removeRecentSession(u"/s/10"_s);
    }
    const Settings settings(file());
    QCOMPARE(settings.language(), u"zh_CN"_s);
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
    QCOMPARE(settings.updateIntervalMs(), 500);
    QVERIFY(!settings.confirmClose());
    QCOMPARE(settings.config().toJson(), config.toJson());
    QCOMPARE(settings.exportOptions().format, ExportFormat::Html);
    QVERIFY(!settings.exportOptions().neutralizeFormulas);
    QVERIFY(settings.exportOptions().byteOrderMark);
    QCOMPARE(settings.folder(), u"/tmp/lists"_s);
    QCOMPARE(settings.windowGeometry(), QByteArray("\x00geo\xff"));
    QCOMPARE(settings.windowState(), QByteArray("state"));
    QCOMPARE(settings.resultsState(), QByteArray("columns"));
    QVERIFY(!settings.requestFolded());
    QCOMPARE(settings.sessionsFolder(), u"/tmp/runs"_s);
    QCOMPARE(settings.dismissedSession(), u"a|1"_s);
    QCOMPARE(settings.recentSessions().size(), Settings::kRecentSessions - 1);
    QCOMPARE(settings.recentSessions().mid(0, 3), (QStringList {u"/s/9"_s, u"/s/11"_s, u"/s/8"_s}));
}

void TestSettings::secretsAreNotWritten()
{
    CrawlConfig config;
    config.headers = {{"Authorization", "Bearer sesame-1"},
                      {"cookie", "id=sesame-2"},
                      {"X-API-Key", "sesame-3"},
                      {"X-Auth-Token", "sesame-4"},
                      {"Accept", "text/html"}};
    config.body = "sesame-5";
    QVERIFY(parseProxy(u"http://user:sesame-6@localhost:8080"_s, &config.proxy));
    {
        Settings settings(file());
        settings.setConfig(config);
    }
    QFile written(file());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("text/html"));
    QVERIFY2(!text.contains("sesame"), text.constData());
    const CrawlConfig back = Settings(file()).config();
    QCOMPARE(back.headers.size(), 1);
    QCOMPARE(back.proxy.hostName(), u"localhost"_s);
    QVERIFY(back.proxy.password().isEmpty());
}

void TestSettings::bodySurvives_data()
{
    QTest::addColumn<RequestBody>("body");
    QTest::addColumn<bool>("kept");
    using Kind = RequestBody::Kind;
    QTest::newRow("none") << RequestBody {} << true;
    QTest::newRow("text") << RequestBody {Kind::Text, u"a = \"1\";\n[section]\nß目"_s, {}, u"text/x"_s} << true;
    QTest::newRow("JSON") << RequestBody {Kind::Json, u"{\"a\": 1}"_s, {}, {}} << true;
    QTest::newRow("file") << RequestBody {Kind::File, {}, u"/data/b o;dy.bin"_s, {}} << true;
    QTest::newRow("longest") << RequestBody {Kind::Text, QString(RequestBody::kMaxTextBytes, u'x'), {}, {}} << true;
    QTest::newRow("too long") << RequestBody {Kind::Text, QString(RequestBody::kMaxTextBytes + 1, u'x'), {}, {}}
                              << false;
}

void TestSettings::bodySurvives()
{
    QFETCH(const RequestBody, body);
    QFETCH(const bool, kept);
    {
        Settings settings(file());
        settings.setRequestBody({RequestBody::Kind::Text, u"before"_s, {}, {}});
        settings.setRequestBody(body);
        settings.sync();
    }
    QCOMPARE(Settings(file()).requestBody(), kept ? body : RequestBody());
    if (!kept)
        QVERIFY(QFile(file()).size() < RequestBody::kMaxTextBytes);
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(file()) & others)); // a body may hold anything
    Settings settings(file());
    settings.restoreDefaults();
    QCOMPARE(settings.requestBody(), RequestBody());
}

void TestSettings::proxyTlsSurvives()
{
    CrawlConfig config;
    QVERIFY(parseProxy(u"http://localhost:8080"_s, &config.proxy));
    config.proxyTls = true;
    config.http2 = false;
    config.allowPrivate = true;
    config.backend = NetworkBackend::Qt;
    {
        Settings settings(file());
        settings.setConfig(config);
    }
    Settings settings(file());
    QVERIFY(settings.config().proxyTls);
    QCOMPARE(settings.config().toJson(), config.toJson());
    config.proxyTls = false;
    settings.setConfig(config);
    QVERIFY(!settings.config().proxyTls);
}

void TestSettings::damagedValuesReadAsDefaults_data()
{
    QTest::addColumn<QByteArray>("ini");
    QTest::newRow("out of bounds") << QByteArray("[ui]\nlanguage=kl\ntheme=7\nupdate_interval_ms=1\n");
    QTest::newRow("wrong types") << QByteArray(
        "[ui]\nlanguage=@ByteArray(x)\ntheme=dark\nupdate_interval_ms=@Rect(1 2 3 4)\n");
    QTest::newRow("body") << QByteArray("[crawl]\nbody_kind=9\nbody_text=x\n");
    QTest::newRow("body of a file without one") << QByteArray("[crawl]\nbody_kind=3\n");
    QTest::newRow("no JSON") << QByteArray("[crawl]\nconfig=@ByteArray({\\\"method\\\": )\n");
    QTest::newRow("bad configuration") << QByteArray("[crawl]\nconfig=@ByteArray({\"method\":\"NOT A METHOD\"})\n");
    QTest::newRow("no ini at all") << QByteArray("\x7f"
                                                 "ELF\x02\x01\x00\x00",
                                                 8);
}

void TestSettings::damagedValuesReadAsDefaults()
{
    QFETCH(QByteArray, ini);
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(ini);
    out.close();
    const Settings settings(file());
    QCOMPARE(settings.language(), Settings::systemLanguage());
    QCOMPARE(settings.themeMode(), ThemeMode::System);
    QCOMPARE(settings.updateIntervalMs(), 100);
    QCOMPARE(settings.config().toJson(), CrawlConfig().toJson());
    QCOMPARE(settings.requestBody(), RequestBody());
}

void TestSettings::changesAreTold()
{
    Settings settings(file());
    QSignalSpy language(&settings, &Settings::languageChanged);
    QSignalSpy theme(&settings, &Settings::themeModeChanged);
    settings.setLanguage(u"en"_s);
    settings.setLanguage(u"en"_s);
    settings.setThemeMode(ThemeMode::Dark);
    QCOMPARE(language.count(), 1);
    QCOMPARE(theme.count(), 1);
    QSignalSpy reset(&settings, &Settings::configReset);
    settings.restoreDefaults();
    QCOMPARE(language.count(), 2);
    QCOMPARE(theme.count(), 2);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(settings.language(), Settings::systemLanguage());
}

void TestSettings::dialogAppliesAtOnce()
{
    Settings settings(file());
    SettingsDialog dialog(settings);
    dialog.show();
    dialog.findChild<QComboBox *>(u"theme"_s)->setCurrentIndex(static_cast<int>(ThemeMode::Dark));
    QCOMPARE(settings.themeMode(), ThemeMode::Dark);
    auto *language = dialog.findChild<QComboBox *>(u"language"_s);
    language->setCurrentIndex(language->findData(u"zh_CN"_s));
    QCOMPARE(settings.language(), u"zh_CN"_s);
    QCOMPARE(language->currentText(), u"简体中文"_s); // in itself, whatever the language of the window
    auto *interval = dialog.findChild<QComboBox *>(u"interval"_s);
    interval->setCurrentIndex(interval->count() - 1);
    QCOMPARE(settings.updateIntervalMs(), 1000);
}

void TestSettings::csvDialogChoosesTheColumn()
{
    CsvPreview preview;
    preview.hasHeader = true;
    preview.columns = {u"name"_s, u"link"_s, u"note\u202e"_s};
    preview.sample = {{u"a"_s, u"http://a/"_s, u"x"_s}, {u"b"_s}}; // the second record is short
    preview.urlColumn = 1;
    CsvDialog dialog(preview, u"list.csv"_s);
    dialog.show();
    QCOMPARE(dialog.column(), 1);
    auto *sample = dialog.findChild<QTableWidget *>();
    QCOMPARE(sample->rowCount(), 2);
    QVERIFY(!sample->horizontalHeaderItem(2)->text().contains(QChar(0x202e)));
    sample->setCurrentCell(0, 2);
    QCOMPARE(dialog.column(), 2);
    dialog.findChild<QComboBox *>(u"column"_s)->setCurrentIndex(0);
    QCOMPARE(dialog.column(), 0);
    QVERIFY(sample->item(0, 0)->isSelected());
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
