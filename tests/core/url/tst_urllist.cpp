// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urllist.h"

#include <QStringEncoder>
#include <QTest>

#include <thread>

using namespace crawlscope;
using Control = UrlList::ParseControl;

class TestUrlList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsNoSecrets();
    void verdictsInInputOrder();
    void lineEnds_data();
    void lineEnds();
    void emptyInput_data();
    void emptyInput();
    void duplicates();
    void credentialsAreKeptApart();
    void invalidLinesAreShownWithoutCredentials();
    void encodings_data();
    void encodings();
    void strayNulIsNoUtf16();
    void surrogatePairAcrossChunks();
    void hugeLine();
    void millionLines();
    void cancelBeforeAndDuring();
    void reasonNames();
};

void TestUrlList::verdictsInInputOrder()
{
    const auto list = UrlList::parse("# list\n"
                                     "http://a/1\n"
                                     "\n"
                                     "  example.org  \n"
                                     "HTTP://A/1#x\n"
                                     "ftp://a/\n"
                                     "http://u:p@b/\n"
                                     "  \t\n");
    QCOMPARE(list->size(), 5U);
    QCOMPARE(list->lineCount(), 8U);
    const UrlListCounts &counts = list->counts();
    QCOMPARE(counts.input, 5U);
    QCOMPARE(counts.unique, 3U);
    QCOMPARE(counts.duplicate, 1U);
    QCOMPARE(counts.invalid, 1U);
    QCOMPARE(counts.schemeAdded, 1U);
    QCOMPARE(counts.ignored, 3U);

    const QList<LineVerdict> verdicts {LineVerdict::Accepted, LineVerdict::SchemeAdded, LineVerdict::Duplicate,
                                       LineVerdict::Invalid, LineVerdict::Accepted};
    const QByteArrayList urls {"http://a/1", "http://example.org/", "http://a/1", "ftp://a/", "http://b/"};
    const QList<quint32> lines {2, 4, 5, 6, 7};
    for (qsizetype i = 0; i < verdicts.size(); ++i) {
        const auto entry = static_cast<std::size_t>(i);
        QCOMPARE(list->verdict(entry), verdicts[i]);
        QCOMPARE(list->url(entry).toByteArray(), urls[i]);
        QCOMPARE(list->lineNumber(entry), lines[i]);
        QCOMPARE(list->entryAtLine(lines[i]), i);
        QCOMPARE(list->isUnique(entry), i != 2 && i != 3);
    }
    QCOMPARE(list->duplicateOf(2), 0U);
    QCOMPARE(list->reason(3), LineReason::SchemeNotAllowed);
    for (const quint32 line : {0U, 1U, 3U, 8U, 9U})
        QCOMPARE(list->entryAtLine(line), -1);
}

void TestUrlList::lineEnds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint32>("lines");
    QTest::newRow("LF") << QByteArray("http://a/\nhttp://b/\n\nhttp://c/") << 4U;
    QTest::newRow("CR LF") << QByteArray("http://a/\r\nhttp://b/\r\n\r\nhttp://c/\r\n") << 4U;
    QTest::newRow("CR") << QByteArray("http://a/\rhttp://b/\r\rhttp://c/\r") << 4U;
    QTest::newRow("mixed") << QByteArray("http://a/\r\rhttp://b/\nhttp://c/\r\n") << 4U;
    QTest::newRow("LF CR") << QByteArray("http://a/\n\rhttp://b/\nhttp://c/") << 4U;
}

void TestUrlList::lineEnds()
{
    QFETCH(QByteArray, text);
    const auto list = UrlList::parse(text);
    QCOMPARE(list->counts().unique, 3U);
    QCOMPARE(list->url(2).toByteArray(), QByteArray("http://c/"));
    QTEST(list->lineCount(), "lines");
    QCOMPARE(list->lineNumber(2), 4U);
}

void TestUrlList::emptyInput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint32>("lines");
    QTest::newRow("null") << QByteArray() << 0U;
    QTest::newRow("blank lines") << QByteArray("\n\n \n") << 3U;
    QTest::newRow("comment") << QByteArray("#http://a/") << 1U;
    QTest::newRow("BOM only") << QByteArray("\xEF\xBB\xBF") << 0U;
    QTest::newRow("UTF-16 BOM only") << QByteArray("\xFF\xFE") << 0U;
    QTest::newRow("NULs") << QByteArray(5, '\0') << 1U;
}

void TestUrlList::emptyInput()
{
    QFETCH(QByteArray, text);
    const auto list = UrlList::parse(text);
    QVERIFY(list->empty());
    QTEST(list->lineCount(), "lines");
    QCOMPARE(list->counts().input, 0U);
    QCOMPARE(list->entryAtLine(1), -1);
}

void TestUrlList::duplicates()
{
    QByteArray text;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 5000; ++i)
            text += (round == 1 ? "http://HOST" : "http://host") + QByteArray::number(i % 50) + ".example/"
                + QByteArray::number(i) + '\n';
    }
    const auto list = UrlList::parse(text);
    QCOMPARE(list->counts().unique, 5000U);
    QCOMPARE(list->counts().duplicate, 10'000U);
    for (std::size_t entry = 5000; entry < 15'000; ++entry) {
        QCOMPARE(list->verdict(entry), LineVerdict::Duplicate);
        QCOMPARE(list->duplicateOf(entry), entry % 5000);
        QCOMPARE(list->url(entry).toByteArray(), list->url(entry % 5000).toByteArray());
    }
}

void TestUrlList::credentialsAreKeptApart()
{
    const auto list = UrlList::parse("http://a/\nhttp://user:can%61ry@a/\nhttp://user:canary@b/\n");
    QCOMPARE(list->verdict(1), LineVerdict::Duplicate);
    QCOMPARE(list->url(2).toByteArray(), QByteArray("http://b/"));
    QCOMPARE(list->reason(2), LineReason::CredentialsRemoved);
    QVERIFY(list->userInfo(0).isEmpty());
    QCOMPARE(list->userInfo(1), QByteArray("user:canary"));
    QCOMPARE(list->userInfo(2), QByteArray("user:canary"));
    QVERIFY(list->userInfo(99).isEmpty());
}

void TestUrlList::invalidLinesAreShownWithoutCredentials()
{
    const auto list = UrlList::parse("http://user:canary@a b/\nuser:canary@host/\nhttp://u:can/ary@x/\n"
                                     "http://user:canary@h/\xFF\n");
    QCOMPARE(list->counts().invalid, 4U);
    for (std::size_t entry = 0; entry < list->size(); ++entry) {
        QVERIFY(!list->url(entry).contains("can"));
        QVERIFY(list->userInfo(entry).isEmpty());
    }
    QCOMPARE(list->reason(3), LineReason::NotUtf8);
}

void TestUrlList::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QStringLiteral("http://ex\u00E4mple.org/\u20AC\r\nhttp://b.example/\r\n");
    const auto encoded = [&text](QStringConverter::Encoding encoding, bool bom) {
        QStringEncoder encoder(encoding, bom ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    QTest::newRow("UTF-8") << encoded(QStringConverter::Utf8, false);
    QTest::newRow("UTF-8, BOM") << encoded(QStringConverter::Utf8, true);
    QTest::newRow("UTF-16LE") << encoded(QStringConverter::Utf16LE, false);
    QTest::newRow("UTF-16LE, BOM") << encoded(QStringConverter::Utf16LE, true);
    QTest::newRow("UTF-16BE") << encoded(QStringConverter::Utf16BE, false);
    QTest::newRow("UTF-16BE, BOM") << encoded(QStringConverter::Utf16BE, true);
}

void TestUrlList::encodings()
{
    QFETCH(QByteArray, bytes);
    Control control;
    const auto list = UrlList::parse(bytes, &control);
    QCOMPARE(list->size(), 2U);
    QCOMPARE(list->url(0).toByteArray(), QByteArray("http://xn--exmple-cua.org/%E2%82%AC"));
    QCOMPARE(list->url(1).toByteArray(), QByteArray("http://b.example/"));
    QCOMPARE(control.bytesDone.load(), bytes.size());
}

void TestUrlList::strayNulIsNoUtf16()
{
    const auto list = UrlList::parse(QByteArray("http://a/\nhttp://b/\0x\n\0\nhttp://c/\n", 32));
    QCOMPARE(list->counts().unique, 2U);
    QCOMPARE(list->reason(1), LineReason::ControlCharacter);
}

void TestUrlList::surrogatePairAcrossChunks()
{
    // 1 MiB is converted at a time; the pair straddles the border.
    const qsizetype before = 1024 * 512 - 1 - 10;
    const QString text = QStringLiteral("http://a/") + QLatin1Char('\n') + QString(before - 10, QLatin1Char('\n'))
        + QStringLiteral("http://b/") + QLatin1Char('x') + QString::fromUtf8("\xF0\x9F\x98\x80");
    QStringEncoder encoder(QStringConverter::Utf16LE);
    const QByteArray bytes = encoder.encode(text);
    const auto list = UrlList::parse("\xFF\xFE" + bytes);
    QCOMPARE(list->size(), 2U);
    QCOMPARE(list->url(1).toByteArray(), QByteArray("http://b/x%F0%9F%98%80"));
}

void TestUrlList::hugeLine()
{
    const QByteArray huge(10 * 1024 * 1024, 'a');
    const auto list = UrlList::parse("http://a/\nhttp://u:canary@b/" + huge + "\nhttp://c/\n");
    QCOMPARE(list->size(), 3U);
    QCOMPARE(list->reason(1), LineReason::TooLong);
    QCOMPARE(list->url(1).size(), 512);
    QVERIFY(list->url(1).startsWith("http://b/aaa"));
    QCOMPARE(list->url(2).toByteArray(), QByteArray("http://c/"));
}

void TestUrlList::millionLines()
{
    QByteArray text;
    constexpr int kLines = 1'000'000;
    text.reserve(70 * kLines);
    for (int i = 0; i < kLines; ++i) {
        const int number = i < 900'000 ? i : i - 900'000; // the last tenth repeats
        text += "https://www.host" + QByteArray::number(number % 50'000) + ".example.org/category/item-"
            + QByteArray::number(number) + ".html\n";
    }
    Control control;
    const auto list = UrlList::parse(text, &control);
    QCOMPARE(list->counts().unique, 900'000U);
    QCOMPARE(list->counts().duplicate, 100'000U);
    QCOMPARE(list->duplicateOf(950'000), 50'000U);
    QCOMPARE(list->lineNumber(999'999), 1'000'000U);
    QCOMPARE(list->url(949'999).toByteArray(), list->url(49'999).toByteArray());
    QCOMPARE(control.bytesDone.load(), text.size());
}

void TestUrlList::cancelBeforeAndDuring()
{
    const QByteArray text = QByteArray("http://ex\xC3\xA4mple.org/a\n").repeated(400'000);
    Control before;
    before.cancelled = true;
    QVERIFY(UrlList::parse(text, &before) == nullptr);

    Control during;
    std::shared_ptr<const UrlList> list;
    std::thread parser([&] { list = UrlList::parse(text, &during); });
    while (during.bytesDone == 0)
        std::this_thread::yield();
    during.cancelled = true;
    parser.join();
    // It may have come to its end just then.
    QVERIFY(list == nullptr || during.bytesDone == text.size());
}

void TestUrlList::reasonNames()
{
    QCOMPARE(lineReasonName(LineReason::None).size(), 0);
    QCOMPARE(lineReasonName(LineReason::BadPort).toByteArray(), QByteArray("bad_port"));
    QSet<QByteArray> names;
    for (int i = 0; i <= static_cast<int>(LineReason::CredentialsRemoved); ++i)
        names += lineReasonName(static_cast<LineReason>(i)).toByteArray();
    QCOMPARE(names.size(), static_cast<int>(LineReason::CredentialsRemoved) + 1);
}

void TestUrlList::showsNoSecrets()
{
    const auto list =
        UrlList::parse("http://a.example/?token=s3cret\nhttp://a.example/\nhttp://a.example/?token=s3cret\n");
    QCOMPARE(UrlList::withRedaction(list, Redactor()), list);
    QCOMPARE(UrlList::withRedaction(list, Redactor({"sig"})), list);
    const auto shown = UrlList::withRedaction(list, Redactor({"token"}));
    QCOMPARE(shown->url(0), "http://a.example/?token=[redacted]");
    QCOMPARE(shown->requestUrl(0), "http://a.example/?token=s3cret");
    QCOMPARE(shown->url(1), "http://a.example/");
    QCOMPARE(shown->verdict(2), LineVerdict::Duplicate);
    QCOMPARE(shown->url(2), shown->url(0));
    QCOMPARE(list->url(0), "http://a.example/?token=s3cret");
}

QTEST_GUILESS_MAIN(TestUrlList)
#include "tst_urllist.moc"
