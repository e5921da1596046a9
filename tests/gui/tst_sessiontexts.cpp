// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessions/sessiontexts.h"

#include <QSet>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestSessionTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void confirmation_data();
    void confirmation();
    void everyFaultHasWords();
    void everyFileOutcomeHasWords();
    void namesAreShownSafely();
};

void TestSessionTexts::confirmation_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("confirmed");
    QTest::addColumn<QString>("text");
    const int done = int(RowState::Done);
    const int failed = int(RowState::Failed);
    QTest::newRow("once") << failed << 1 << 1 << QString();
    QTest::newRow("never counted") << done << 0 << 0 << QString();
    QTest::newRow("failed twice alike") << failed << 2 << 2 << u"Confirmed 2 of 2"_s;
    QTest::newRow("failed in another way") << failed << 3 << 1 << u"Confirmed 1 of 3"_s;
    QTest::newRow("well in the end") << done << 2 << 1 << u"Recovered"_s;
    QTest::newRow("0 counts as 1") << done << 2 << 0 << u"Recovered"_s;
    QTest::newRow("well twice") << done << 2 << 2 << u"Confirmed 2 of 2"_s;
}

void TestSessionTexts::confirmation()
{
    QFETCH(const int, state);
    QFETCH(const int, attempts);
    QFETCH(const int, confirmed);
    QFETCH(const QString, text);
    ResultRecord record;
    record.state = static_cast<RowState>(state);
    record.attempts = static_cast<quint8>(attempts);
    record.confirmed = static_cast<quint8>(confirmed);
    QCOMPARE(sessiontexts::confirmation(record), text);
}

void TestSessionTexts::everyFaultHasWords()
{
    for (int error = 1; error <= static_cast<int>(SessionError::Removed); ++error) {
        SessionInfo info;
        info.name = u"a"_s;
        info.fault.error = static_cast<SessionError>(error);
        QVERIFY2(!sessiontexts::state(info).isEmpty(), qPrintable(QString::number(error)));
        QVERIFY(!sessiontexts::stateHelp(info).isEmpty());
        QVERIFY(sessiontexts::summary(info).size() > sessiontexts::stateHelp(info).size());
    }
}

void TestSessionTexts::everyFileOutcomeHasWords()
{
    using Result = SessionFiles::Result;
    QVERIFY(sessiontexts::fileOutcome({Result::Ok, {}, {}}, u"a"_s).isEmpty());
    QSet<QString> texts;
    for (const Result result :
         {Result::InUse, Result::Missing, Result::Exists, Result::BadName, Result::NoTrash, Result::Failed})
        texts << sessiontexts::fileOutcome({result, {}, {}}, u"a"_s);
    QCOMPARE(texts.size(), 6);
    QVERIFY(!texts.contains(QString()));
    QVERIFY(sessiontexts::fileOutcome({Result::Failed, {}, u"Read-only"_s}, u"a"_s).contains(u"Read-only"_s));
}

void TestSessionTexts::namesAreShownSafely()
{
    SessionInfo info;
    info.name = u"a\u202egpj"_s; // would turn the rest of the sentence round
    info.state = SessionState::Open;
    QVERIFY(!sessiontexts::offer(info).contains(QChar(0x202e)));
    info.fault.error = SessionError::Damaged;
    QVERIFY(!sessiontexts::summary(info).contains(QChar(0x202e)));
}

QTEST_GUILESS_MAIN(TestSessionTexts)
#include "tst_sessiontexts.moc"
