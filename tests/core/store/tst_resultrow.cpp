// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultrow.h"

#include <QtTest>

using namespace crawlscope;

class TestResultRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names();
    void anomalies();
};

void TestResultRow::names()
{
    QCOMPARE(rowStateName(RowState::Left).toByteArray(), "left");
    QCOMPARE(rowStateName(RowState::Done).toByteArray(), "done");
    QCOMPARE(rowStateName(RowState::Failed).toByteArray(), "failed");
    QCOMPARE(rowStateName(RowState::Skipped).toByteArray(), "skipped");
    QVERIFY(connectionUseName(ConnectionUse::Unknown).isEmpty());
    QCOMPARE(connectionUseName(ConnectionUse::New).toByteArray(), "new");
    QCOMPARE(connectionUseName(ConnectionUse::Reused).toByteArray(), "reused");
    QVERIFY(httpVersionName(HttpVersion::Unknown).isEmpty());
    QCOMPARE(httpVersionName(HttpVersion::Http10).toByteArray(), "1.0");
    QCOMPARE(httpVersionName(HttpVersion::Http11).toByteArray(), "1.1");
    QCOMPARE(httpVersionName(HttpVersion::Http2).toByteArray(), "2");
    QCOMPARE(httpVersionName(HttpVersion::Http3).toByteArray(), "3");
}

void TestResultRow::anomalies()
{
    QCOMPARE(anomalyName(Anomaly::HeadersDropped).toByteArray(), "headers_dropped");
    QCOMPARE(anomalyName(Anomaly::BadJson).toByteArray(), "bad_json");
    QCOMPARE(anomalyName(Anomaly::SentAgain).toByteArray(), "sent_again");
    QVERIFY(anomalyName(Anomaly::None).isEmpty());
    QVERIFY(anomalyName(static_cast<Anomaly>(1U << 31)).isEmpty());
    QVERIFY(anomalyName(static_cast<Anomaly>(3)).isEmpty());
    QVERIFY(anomalyNames(0).isEmpty());
    const auto bits = static_cast<quint32>(Anomaly::LoopLag) | static_cast<quint32>(Anomaly::HttpsToHttp)
        | static_cast<quint32>(Anomaly::BadStatus) | (1U << 30);
    QCOMPARE(anomalyNames(bits), "bad_status;https_to_http;loop_lag");
    QSet<QByteArray> all;
    for (int i = 0; i < kAnomalyCount; ++i) {
        const QByteArray name = anomalyName(static_cast<Anomaly>(1U << i)).toByteArray();
        QVERIFY(!name.isEmpty());
        all.insert(name);
    }
    QCOMPARE(all.size(), kAnomalyCount);
}

QTEST_GUILESS_MAIN(TestResultRow)
#include "tst_resultrow.moc"
