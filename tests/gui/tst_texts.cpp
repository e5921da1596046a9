// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/texts.h"

#include <QLocale>
#include <QSet>
#include <QTest>

#include <functional>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Every text is there, differs from the others and has no placeholder left.
void verifyTexts(int count, const std::function<QString(int)> &text)
{
    QSet<QString> seen;
    for (int i = 0; i < count; ++i) {
        const QString t = text(i);
        QVERIFY2(!t.trimmed().isEmpty(), qPrintable(QString::number(i)));
        QVERIFY2(!seen.contains(t), qPrintable(t));
        QVERIFY2(!t.contains(u"%1") && !t.contains(u"%2") && !t.contains(u"%n") && !t.contains(u"%L"), qPrintable(t));
        seen.insert(t);
    }
}

RunEvent eventOf(int id)
{
    RunEvent event;
    event.id = static_cast<EventId>(id);
    event.error = ErrorId::ConnectRefused;
    event.a = 7;
    event.b = 9;
    event.text = "https://a.example/%1";
    return event;
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void everyValueHasItsText();
    void everyEventHasItsText();
    void startNamesTheBackEnd();
    void eventsKeepHostileTextHarmless();
    void failureByStatusNamesTheStatus();
    void everyWaitHasItsSentence();
    void waitForAHostNamesHostAndLimit();
    void waitsNameTheTimeLeft_data();
    void waitsNameTheTimeLeft();
    void crawlDelayNamesTheInterval();
    void exportNamesOfFieldsAreInTheHelp();
    void statusMeanings();
    void lineVerdicts();
    void inputErrors();
    void exportOutcomes();
    void configProblems_data();
    void configProblems();
    void phases();
};

void TestTexts::everyValueHasItsText()
{
    verifyTexts(static_cast<int>(kErrorIdCount), [](int i) { return texts::error(static_cast<ErrorId>(i)); });
    verifyTexts(static_cast<int>(kErrorIdCount), [](int i) { return texts::errorHelp(static_cast<ErrorId>(i)); });
    verifyTexts(static_cast<int>(LineReason::CredentialsRemoved) + 1,
                [](int i) { return texts::lineReason(static_cast<LineReason>(i)); });
    verifyTexts(static_cast<int>(CrawlController::State::Stopped) + 1,
                [](int i) { return texts::runState(static_cast<CrawlController::State>(i)); });
    verifyTexts(static_cast<int>(RowState::Skipped) + 1,
                [](int i) { return texts::rowState(static_cast<RowState>(i)); });
    verifyTexts(static_cast<int>(StatusClass::ServerError) + 1,
                [](int i) { return texts::statusClass(static_cast<StatusClass>(i)); });
    verifyTexts(kAnomalyCount + 1,
                [](int i) { return texts::anomaly(i == 0 ? Anomaly::None : static_cast<Anomaly>(1U << (i - 1))); });
    verifyTexts(kResultFieldCount, [](int i) { return texts::fieldTitle(static_cast<ResultField>(i)); });
    verifyTexts(kResultFieldCount, [](int i) { return texts::fieldHelp(static_cast<ResultField>(i)); });
}

void TestTexts::everyEventHasItsText()
{
    QSet<QString> seen;
    for (int i = 0; i < kEventIdCount; ++i) {
        const QString text = texts::event(eventOf(i));
        QVERIFY2(!text.isEmpty() && !seen.contains(text), qPrintable(QString::number(i) + text));
        seen.insert(text);
    }
    for (const EventId id :
         {EventId::BreakerOpened, EventId::BreakerProbes, EventId::BreakerClosed, EventId::BreakerGaveUp}) {
        RunEvent ofRun = eventOf(static_cast<int>(id));
        ofRun.text.clear();
        const QString text = texts::event(ofRun);
        QVERIFY2(!text.isEmpty() && !seen.contains(text) && !text.contains(u'%'), qPrintable(text));
        seen.insert(text);
    }
    RunEvent rate = eventOf(static_cast<int>(EventId::RateChanged));
    rate.b = 0;
    QVERIFY2(texts::event(rate).contains(u"no limit"), qPrintable(texts::event(rate)));
}

void TestTexts::startNamesTheBackEnd()
{
    RunEvent event = eventOf(static_cast<int>(EventId::RunStarted));
    event.a = 7;
    event.b = 0;
    event.text = networkBackendName(NetworkBackend::Curl);
    QVERIFY2(texts::event(event).contains(u"with curl"), qPrintable(texts::event(event)));
    event.b = 9;
    event.text = networkBackendName(NetworkBackend::Qt);
    const QString qt = texts::event(event);
    QVERIFY2(qt.contains(u"with Qt's manager") && qt.contains(u'9'), qPrintable(qt));
    event.text = "something else";
    QVERIFY2(!texts::event(event).contains(u"with"), qPrintable(texts::event(event)));
}

void TestTexts::eventsKeepHostileTextHarmless()
{
    RunEvent event = eventOf(static_cast<int>(EventId::UrlFailed));
    event.text = "https://a.example/\xe2\x80\xae%2%1\n";
    const QString text = texts::event(event);
    QCOMPARE(text, u"Connection refused: https://a.example/\\u202e%2%1\\u000a"_s);
}

void TestTexts::failureByStatusNamesTheStatus()
{
    RunEvent event = eventOf(static_cast<int>(EventId::UrlFailed));
    event.error = ErrorId::None;
    event.a = 404;
    event.text = "https://a.example/";
    QCOMPARE(texts::event(event), u"Status 404 Not Found: https://a.example/"_s);
    event.a = 799;
    QCOMPARE(texts::event(event), u"Status 799: https://a.example/"_s);
}

void TestTexts::everyWaitHasItsSentence()
{
    verifyTexts(kWaitReasonCount, [](int i) {
        return texts::waitSentence({static_cast<WaitReason>(i), "a.example", 6, 41});
    });
    verifyTexts(kWaitReasonCount, [](int i) {
        return texts::waitSentence({static_cast<WaitReason>(i), "a.example", -1, 41});
    });
    verifyTexts(kWaitReasonCount, [](int i) {
        return texts::hostWait({static_cast<WaitReason>(i), "a.example", 6'000, 41}, 5'000);
    });
    verifyTexts(kWaitReasonCount, [](int i) {
        return texts::waitCause({static_cast<WaitReason>(i), "a.example", -1, 41});
    });
}

void TestTexts::waitForAHostNamesHostAndLimit()
{
    const QString text = texts::waitSentence({WaitReason::HostLimit, "a.example", 6, 1041});
    QVERIFY2(text.contains(u"a.example") && text.contains(u" 6 ") && text.contains(u"1,041"), qPrintable(text));
}

void TestTexts::waitsNameTheTimeLeft_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, WaitReason reason, qint64 ms, const QString &sentence) {
        QTest::newRow(name) << static_cast<int>(reason) << ms << sentence;
    };
    row("Retry-After", WaitReason::HostRetryAfter, 30'100, u"412 URL(s) wait for a.example: Retry-After, 31 s left."_s);
    row("interval", WaitReason::HostInterval, 125'000,
        u"412 URL(s) wait for a.example: time between requests, as set, 2 min 5 s left."_s);
    row("breaker", WaitReason::HostBreaker, 12'000,
        u"412 URL(s) wait for a.example: too many failures; next try in 12 s."_s);
    row("breaker, no time", WaitReason::HostBreaker, -1, u"412 URL(s) wait for a.example: too many failures."_s);
    row("paused", WaitReason::HostPaused, 0, u"412 URL(s) wait for a.example: paused by you."_s);
    row("run", WaitReason::RunBreaker, 7'800'000,
        u"Nearly everything fails, so the run waits; next try in 2 h 10 min. 412 URL(s) wait."_s);
    row("retries", WaitReason::RetryDelay, 10, u"412 URL(s) that failed wait to be tried again, the next in 1 s."_s);
    row("descriptors", WaitReason::NoDescriptors, 60,
        u"No file descriptors left: this computer allows 60 request(s) in flight."_s);
}

void TestTexts::waitsNameTheTimeLeft()
{
    QFETCH(int, reason);
    QFETCH(qint64, ms);
    QFETCH(QString, sentence);
    QCOMPARE(texts::waitSentence({static_cast<WaitReason>(reason), "a.example", ms, 412}), sentence);
}

void TestTexts::crawlDelayNamesTheInterval()
{
    QCOMPARE(texts::hostWait({WaitReason::HostCrawlDelay, {}, 2'500, 0}, 5'000),
             u"its robots.txt asks for 5 s between requests, 3 s left"_s);
}

void TestTexts::exportNamesOfFieldsAreInTheHelp()
{
    QVERIFY(texts::fieldHelp(ResultField::WaitMs).contains(u"wait_ms"));
    QVERIFY(texts::fieldHelp(ResultField::DuplicateOfLine).contains(u"duplicate_of_line"));
}

void TestTexts::statusMeanings()
{
    QCOMPARE(texts::statusMeaning(404), u"Not Found"_s);
    QCOMPARE(texts::statusMeaning(599), QString());
    QSet<QString> seen;
    for (int status = 0; status < 1000; ++status) {
        const QString text = texts::statusMeaning(status);
        QVERIFY2(text.isEmpty() || !seen.contains(text), qPrintable(text));
        if (!text.isEmpty())
            seen.insert(text);
    }
    QVERIFY(seen.size() > 55);
}

void TestTexts::lineVerdicts()
{
    const auto urls = UrlList::parse("https://a.example/\na.example/x\nhttps://a.example/\nftp://a.example/\n"
                                     "https://me:secret@b.example/\n");
    QVERIFY(urls);
    QCOMPARE(urls->size(), std::size_t {5});
    QCOMPARE(texts::lineVerdict(*urls, 0), u"Accepted"_s);
    QVERIFY(texts::lineVerdict(*urls, 1).contains(u"http://"));
    QCOMPARE(texts::lineVerdict(*urls, 2), u"Duplicate of line 1"_s);
    QCOMPARE(texts::lineVerdict(*urls, 3), texts::lineReason(LineReason::SchemeNotAllowed));
    const QString credentials = texts::lineVerdict(*urls, 4);
    QVERIFY2(credentials.startsWith(u"Accepted. ") && !credentials.contains(u"secret"), qPrintable(credentials));
}

void TestTexts::inputErrors()
{
    verifyTexts(static_cast<int>(InputError::Cancelled) + 1,
                [](int i) { return texts::inputError(static_cast<InputError>(i), u"urls.txt"_s, {}); });
    const QString text = texts::inputError(InputError::NotReadable, u"%2.txt"_s, u"Permission denied"_s);
    QVERIFY2(text.contains(u"%2.txt") && text.contains(u"Permission denied"), qPrintable(text));
}

void TestTexts::exportOutcomes()
{
    verifyTexts(static_cast<int>(ExportStatus::WriteFailed) + 1, [](int i) {
        ExportOutcome outcome;
        outcome.status = static_cast<ExportStatus>(i);
        outcome.rows = 12'345;
        return texts::exportOutcome(outcome, u"out.csv"_s);
    });
    ExportOutcome outcome;
    outcome.rows = 12'345;
    outcome.bytes = 3'400'000;
    const QString done = texts::exportOutcome(outcome, u"out.csv"_s);
    QVERIFY2(done.contains(u"12,345") && done.contains(u"out.csv") && done.contains(u"3.4 MB"), qPrintable(done));
    outcome.status = ExportStatus::WriteFailed;
    outcome.systemDetail = u"No space left on device"_s;
    QVERIFY(texts::exportOutcome(outcome, u"out.csv"_s).contains(u"No space left on device"));
}

void TestTexts::configProblems_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("method") << u"method"_s << u"method"_s;
    QTest::newRow("header") << u"header:X-\u202eEvil"_s << u"X-\\u202eEvil"_s;
    QTest::newRow("body") << u"body"_s << u"body"_s;
    QTest::newRow("max_redirects") << u"max_redirects"_s << u"redirects"_s;
    QTest::newRow("ok_status") << u"ok_status"_s << u"200-399"_s;
    QTest::newRow("host_rate") << u"host_rate"_s << u"rate per host"_s;
    QTest::newRow("host_interval") << u"host_interval"_s << u"between two requests"_s;
    QTest::newRow("host_limit") << u"host_limit"_s << u"1,000 hosts"_s;
    QTest::newRow("retries") << u"retries"_s << u"retries"_s;
    QTest::newRow("max_retry_after") << u"max_retry_after"_s << u"Retry-After"_s;
    QTest::newRow("unknown") << u"some_new_setting"_s << u"some_new_setting"_s;
}

void TestTexts::configProblems()
{
    QFETCH(QString, id);
    QFETCH(QString, mentions);
    const QString text = texts::configProblem(id);
    QVERIFY2(text.contains(mentions), qPrintable(text));
}

void TestTexts::phases()
{
    verifyTexts(7, [](int i) { return texts::phase(i); });
    QCOMPARE(texts::phase(7), QString());
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
