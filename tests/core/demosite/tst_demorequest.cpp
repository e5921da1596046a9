// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demorequest.h"

#include <QTest>

using crawlscope::demosite::Request;
using crawlscope::demosite::RequestParser;
using Result = RequestParser::Result;

class TestDemoRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void results_data();
    void results();
    void sameForAnyCut_data();
    void sameForAnyCut();
    void twoInOnePiece();
    void headLimit();
    void continueIsWantedOnce();
    void queryNumbers();
};

void TestDemoRequest::results_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Result>("expected");
    QTest::newRow("nothing") << QByteArray() << Result::NeedMore;
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << Result::NeedMore;
    QTest::newRow("smallest") << QByteArray("GET / HTTP/1.1\r\n\r\n") << Result::Complete;
    QTest::newRow("empty lines first") << QByteArray("\r\n\r\nGET / HTTP/1.1\r\n\r\n") << Result::Complete;
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << Result::BadRequest;
    QTest::newRow("other version") << QByteArray("GET / HTTP/2.0\r\n\r\n") << Result::BadRequest;
    QTest::newRow("no target") << QByteArray("GET  HTTP/1.1\r\n\r\n") << Result::BadRequest;
    QTest::newRow("method is no token") << QByteArray("G(T / HTTP/1.1\r\n\r\n") << Result::BadRequest;
    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << Result::BadRequest;
    QTest::newRow("body to come") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabcd") << Result::NeedMore;
    QTest::newRow("length is no number") << QByteArray("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n")
                                         << Result::BadRequest;
    QTest::newRow("length below zero") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")
                                       << Result::BadRequest;
    QTest::newRow("length over 16 MiB") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 16777217\r\n\r\n")
                                        << Result::BodyTooLarge;
    QTest::newRow("unknown coding") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n")
                                    << Result::BadRequest;
    QTest::newRow("chunk size is no number")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n") << Result::BadRequest;
    QTest::newRow("chunk without its end")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n") << Result::BadRequest;
    QTest::newRow("chunk over 16 MiB") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n")
                                       << Result::BodyTooLarge;
}

void TestDemoRequest::results()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Result, expected);
    RequestParser parser;
    parser.append(bytes);
    Request request;
    QCOMPARE(parser.next(&request), expected);
}

void TestDemoRequest::sameForAnyCut_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 3, 7, 1000})
        QTest::addRow("%d bytes at a time", piece) << piece;
}

void TestDemoRequest::sameForAnyCut()
{
    QFETCH(int, piece);
    const QByteArray bytes = "PUT http://example.org/echo?a=1&ms=25 HTTP/1.1\r\nHost:  example.org \r\n"
                             "X-Note: one\r\nTransfer-Encoding: Chunked\r\nConnection: keep-alive, Close\r\n\r\n"
                             "4;name=value\r\nWiki\r\nA\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n";
    RequestParser parser;
    Request request;
    int completed = 0;
    for (qsizetype from = 0; from < bytes.size(); from += piece) {
        parser.append(bytes.mid(from, piece));
        const Result result = parser.next(&request);
        QVERIFY(result == Result::NeedMore || result == Result::Complete);
        completed += result == Result::Complete ? 1 : 0;
    }
    QCOMPARE(completed, 1);
    QCOMPARE(request.method, QByteArray("PUT"));
    QCOMPARE(request.target, QByteArray("/echo?a=1&ms=25")); // as a proxy would get it, cut to the origin form
    QCOMPARE(request.path().toByteArray(), QByteArray("/echo"));
    QCOMPARE(request.query().toByteArray(), QByteArray("a=1&ms=25"));
    QCOMPARE(request.header("host").toByteArray(), QByteArray("example.org"));
    QCOMPARE(request.header("x-note").toByteArray(), QByteArray("one"));
    QVERIFY(request.header("absent").isNull());
    QCOMPARE(request.body, QByteArray("Wiki0123456789"));
    QVERIFY(!request.keepAlive);
}

void TestDemoRequest::twoInOnePiece()
{
    RequestParser parser;
    parser.append("POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.0\r\n\r\n");
    Request request;
    QCOMPARE(parser.next(&request), Result::Complete);
    QCOMPARE(request.target, QByteArray("/a"));
    QCOMPARE(request.body, QByteArray("abc"));
    QVERIFY(request.keepAlive);
    QCOMPARE(parser.next(&request), Result::Complete);
    QCOMPARE(request.target, QByteArray("/b"));
    QVERIFY(request.body.isEmpty());
    QVERIFY(!request.keepAlive); // HTTP/1.0
    QCOMPARE(parser.next(&request), Result::NeedMore);
}

void TestDemoRequest::headLimit()
{
    RequestParser fits;
    Request request;
    fits.append("GET / HTTP/1.1\r\nX: " + QByteArray(1'000'000, 'x') + "\r\n\r\n");
    QCOMPARE(fits.next(&request), Result::Complete);
    QCOMPARE(request.header("x").size(), 1'000'000);

    RequestParser tooLarge;
    tooLarge.append("GET / HTTP/1.1\r\nX: " + QByteArray(RequestParser::kMaxHead, 'x'));
    QCOMPARE(tooLarge.next(&request), Result::HeadTooLarge);
}

void TestDemoRequest::continueIsWantedOnce()
{
    RequestParser parser;
    Request request;
    parser.append("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(parser.next(&request), Result::NeedMore);
    QVERIFY(parser.takeContinueWanted());
    QVERIFY(!parser.takeContinueWanted());
    parser.append("ok");
    QCOMPARE(parser.next(&request), Result::Complete);
    QCOMPARE(request.body, QByteArray("ok"));
}

void TestDemoRequest::queryNumbers()
{
    Request request;
    request.target = "/x?ms=50&big=99999&bad=1a&ms2=7";
    QCOMPARE(request.queryNumber("ms", 1, 1000), 50);
    QCOMPARE(request.queryNumber("big", 1, 1000), 1000);
    QCOMPARE(request.queryNumber("bad", 3, 1000), 3);
    QCOMPARE(request.queryNumber("none", 4, 1000), 4);
    QCOMPARE(request.queryNumber("ms2", 0, 1000), 7);
}

QTEST_GUILESS_MAIN(TestDemoRequest)
#include "tst_demorequest.moc"
