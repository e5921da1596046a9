// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/bodyeditor.h"
#include "gui/setup/fieldmessage.h"
#include "gui/setup/requestsettings.h"
#include "gui/translations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

bool all(NetworkBackend)
{
    return true;
}

bool qtOnly(NetworkBackend backend)
{
    return backend == NetworkBackend::Qt;
}

QStringList messages(const RequestSettings &settings, FieldMessage::Kind kind)
{
    QStringList out;
    for (const FieldMessage *message : settings.findChildren<FieldMessage *>()) {
        if (message->kind() == kind && !message->text().isEmpty())
            out.append(message->text());
    }
    return out;
}

} // namespace

class TestRequestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void backendIsChosen();
    void missingBackendIsShownWithItsReason();
    void http2GoesWithCurl();
    void privateAddressesAreExplained();
    void proxyTlsFollowsTheScheme();
    void proxyTlsNeedsCurl();
    void everythingComesBack();
    void longBodyIsNotRemembered();
    void bodyComesBack_data();
    void bodyComesBack();
    void screenshots_data();
    void screenshots();
};

void TestRequestSettings::backendIsChosen()
{
    Theme theme;
    RequestSettings settings(theme, nullptr, all);
    auto *backend = settings.findChild<QComboBox *>(u"backend"_s);
    QCOMPARE(backend->count(), 2);
    for (const NetworkBackend wanted : {NetworkBackend::Qt, NetworkBackend::Curl}) {
        CrawlConfig config;
        config.backend = wanted;
        settings.setConfig(config);
        QCOMPARE(settings.config().backend, wanted);
        QCOMPARE(backend->currentText(), wanted == NetworkBackend::Curl ? u"curl"_s : u"Qt"_s);
    }
    backend->setCurrentIndex(1);
    QCOMPARE(settings.config().backend, NetworkBackend::Qt);
    QVERIFY(messages(settings, FieldMessage::Kind::Hint).join(u' ').contains(u"HTTP/2")); // what Qt cannot do
}

void TestRequestSettings::missingBackendIsShownWithItsReason()
{
    Theme theme;
    RequestSettings settings(theme, nullptr, qtOnly);
    auto *backend = settings.findChild<QComboBox *>(u"backend"_s);
    QCOMPARE(backend->count(), 2); // shown, but not to be chosen
    QVERIFY(!(backend->model()->index(0, 0).flags() & Qt::ItemIsEnabled));
    QVERIFY(backend->model()->index(1, 0).flags() & Qt::ItemIsEnabled);
    QVERIFY(messages(settings, FieldMessage::Kind::Hint).join(u' ').contains(u"libcurl"));
    CrawlConfig config;
    config.backend = NetworkBackend::Curl; // remembered by another build
    settings.setConfig(config);
    QCOMPARE(backend->currentText(), u"Qt"_s);
    QCOMPARE(settings.config().backend, NetworkBackend::Qt);
    QVERIFY(settings.valid());
}

void TestRequestSettings::http2GoesWithCurl()
{
    Theme theme;
    RequestSettings settings(theme, nullptr, all);
    auto *backend = settings.findChild<QComboBox *>(u"backend"_s);
    auto *http2 = settings.findChild<QCheckBox *>(u"http2"_s);
    backend->setCurrentIndex(0);
    QVERIFY(http2->isEnabled());
    http2->setChecked(false);
    QVERIFY(!settings.config().http2);
    backend->setCurrentIndex(1);
    QVERIFY(!http2->isEnabled());
    backend->setCurrentIndex(0);
    QVERIFY(http2->isEnabled());
    QVERIFY(!http2->isChecked()); // the choice stays
    http2->setChecked(true);
    QVERIFY(settings.config().http2);
}

void TestRequestSettings::privateAddressesAreExplained()
{
    Theme theme;
    RequestSettings settings(theme, nullptr, all);
    auto *allow = settings.findChild<QCheckBox *>(u"allowPrivate"_s);
    QVERIFY(!allow->isChecked());
    QVERIFY(!allow->toolTip().isEmpty());
    QVERIFY(messages(settings, FieldMessage::Kind::Warning).isEmpty());
    QVERIFY(messages(settings, FieldMessage::Kind::Hint).join(u' ').contains(u"cannot lead into your own network"));
    allow->setChecked(true);
    QVERIFY(settings.config().allowPrivate);
    QVERIFY(messages(settings, FieldMessage::Kind::Warning).join(u' ').contains(u"may lead into your own network"));
    settings.setConfig({});
    QVERIFY(!settings.config().allowPrivate);
}

void TestRequestSettings::proxyTlsFollowsTheScheme()
{
    Theme theme;
    RequestSettings settings(theme, nullptr, all);
    settings.findChild<QComboBox *>(u"backend"_s)->setCurrentIndex(0);
    auto *proxy = settings.findChild<QLineEdit *>(u"proxy"_s);
    auto *tls = settings.findChild<QCheckBox *>(u"proxyTls"_s);
    QVERIFY(!tls->isEnabled()); // no proxy yet
    proxy->setText(u"http://user:secret@proxy.example:3128"_s);
    QVERIFY(tls->isEnabled());
    QVERIFY(!settings.config().proxyTls);
    tls->click();
    QCOMPARE(proxy->text(), u"https://user:secret@proxy.example:3128"_s);
    QVERIFY(settings.valid());
    QVERIFY(settings.config().proxyTls);
    QCOMPARE(settings.config().proxy.hostName(), u"proxy.example"_s);
    QCOMPARE(settings.config().proxy.port(), quint16 {3128});
    QCOMPARE(settings.config().proxy.password(), u"secret"_s);
    tls->click();
    QCOMPARE(proxy->text(), u"http://user:secret@proxy.example:3128"_s);
    proxy->setText(u"https://proxy.example:3128"_s); // typed
    QVERIFY(tls->isChecked());
    proxy->setText(u"socks5://proxy.example:1080"_s);
    QVERIFY(!tls->isEnabled());
    QVERIFY(!tls->isChecked());
    QVERIFY(!settings.config().proxyTls);
}

void TestRequestSettings::proxyTlsNeedsCurl()
{
    Theme theme;
    RequestSettings settings(theme, nullptr, all);
    CrawlConfig config;
    config.backend = NetworkBackend::Curl;
    QVERIFY(parseProxy(u"http://proxy.example:3128"_s, &config.proxy));
    config.proxyTls = true;
    settings.setConfig(config);
    QVERIFY(settings.valid());
    QVERIFY(settings.config().proxyTls);
    settings.findChild<QComboBox *>(u"backend"_s)->setCurrentIndex(1);
    QVERIFY(!settings.valid()); // never in the clear without being asked
    QCOMPARE(messages(settings, FieldMessage::Kind::Error).size(), 1);
    auto *tls = settings.findChild<QCheckBox *>(u"proxyTls"_s);
    QVERIFY(tls->isEnabled()); // to be taken off
    tls->click();
    QVERIFY(settings.valid());
    QVERIFY(!settings.config().proxyTls);
    QVERIFY(!tls->isEnabled());
}

void TestRequestSettings::everythingComesBack()
{
    Theme theme;
    RequestSettings settings(theme, nullptr, all);
    CrawlConfig config;
    config.backend = NetworkBackend::Curl;
    config.http2 = false;
    config.allowPrivate = true;
    QVERIFY(parseProxy(u"http://proxy.example:3128"_s, &config.proxy));
    config.proxyTls = true;
    settings.setConfig(config);
    QCOMPARE(settings.config().toJson(), config.toJson());
    QVERIFY(settings.config().proxyTls);
    settings.setConfig({});
    QCOMPARE(settings.config().toJson(), CrawlConfig().toJson());
    QVERIFY(!settings.config().proxyTls);
}

void TestRequestSettings::longBodyIsNotRemembered()
{
    Theme theme;
    BodyEditor editor(theme);
    editor.setKind(BodyEditor::Kind::Text);
    auto *text = editor.findChild<QPlainTextEdit *>();
    auto *message = editor.findChild<FieldMessage *>();
    text->setPlainText(QString(RequestBody::kMaxTextBytes, u'x'));
    QVERIFY(message->text().isEmpty());
    QCOMPARE(editor.stored().text.size(), RequestBody::kMaxTextBytes);
    text->setPlainText(QString(RequestBody::kMaxTextBytes / 2 + 1, u'é')); // two bytes each
    QCOMPARE(message->kind(), FieldMessage::Kind::Hint);
    QVERIFY2(message->text().contains(u"not remembered"), qPrintable(message->text()));
    QCOMPARE(editor.stored(), RequestBody());
    QVERIFY(editor.problem().isEmpty()); // it is sent all the same
    QCOMPARE(editor.body().size(), RequestBody::kMaxTextBytes + 2);
}

void TestRequestSettings::bodyComesBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::newRow("none") << 0 << QString() << QString();
    QTest::newRow("text") << 1 << u"plain"_s << QString();
    QTest::newRow("text of a type") << 1 << u"{}"_s << u"text/x"_s;
    QTest::newRow("JSON with a mistake") << 2 << u"{\"a\": "_s << QString();
}

void TestRequestSettings::bodyComesBack()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, type);
    RequestBody body;
    body.kind = static_cast<RequestBody::Kind>(kind);
    body.text = text;
    body.contentType = type;
    Theme theme;
    BodyEditor editor(theme);
    editor.setBody("something else", "x/y");
    editor.restore(body);
    QCOMPARE(editor.stored(), body);
    QCOMPARE(editor.body(), text.toUtf8());
}

void TestRequestSettings::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("curl");
    QTest::newRow("en-light") << u"en"_s << false << true;
    QTest::newRow("en-dark") << u"en"_s << true << false;
    QTest::newRow("zh_CN-light") << u"zh_CN"_s << false << false;
    QTest::newRow("zh_CN-dark") << u"zh_CN"_s << true << true;
}

void TestRequestSettings::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const bool, curl);
    constexpr int width = 276; // of the setup panel at its narrowest
    Translations translations;
    translations.setLanguage(language);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    RequestSettings settings(theme, nullptr, curl ? all : qtOnly);
    settings.findChild<QLineEdit *>(u"proxy"_s)->setText(u"https://proxy.example:3128"_s);
    settings.findChild<QCheckBox *>(u"allowPrivate"_s)->setChecked(curl);
    settings.setVisible(true);
    settings.resize(width, settings.heightForWidth(width) > 0 ? settings.heightForWidth(width) : 1'100);
    QCoreApplication::processEvents();
    const QPixmap picture = settings.grab();
    QVERIFY2(picture.width() <= width, qPrintable(QString::number(picture.width()))); // nothing asks for more
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(
            QDir(folder).filePath(u"request-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
}

QTEST_MAIN(TestRequestSettings)
#include "tst_requestsettings.moc"
