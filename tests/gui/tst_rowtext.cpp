// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/rowtext.h"

#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestRowText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiedText();
    void valuesOfRules();
    void curlCommandIsQuoted();
};

void TestRowText::copiedText()
{
    const auto urls = UrlList::parse("https://a.example/x,y\n");
    auto table = std::make_shared<ResultTable>();
    ResultRow row;
    row.state = RowState::Done;
    row.status = 200;
    row.title = "=HYPERLINK(\"http://x\")";
    row.times.total = 1'500;
    table->append({row});
    const QList<int> fields {static_cast<int>(ResultField::InputLine), static_cast<int>(ResultField::Url),
                             static_cast<int>(ResultField::Title), static_cast<int>(ResultField::TotalMs)};
    QCOMPARE(rowtext::csv(ResultSource::rows(urls, table, {0}), fields),
             u"input_line,url,title,total_ms\r\n"
             "1,\"https://a.example/x,y\",\"'=HYPERLINK(\"\"http://x\"\")\",1.500\r\n"_s);
    QCOMPARE(rowtext::tabbed(ResultSource::rows(urls, table, {0}), fields),
             u"1\thttps://a.example/x,y\t'=HYPERLINK(\"http://x\")\t1.500\n"_s);
}

void TestRowText::valuesOfRules()
{
    const auto urls = UrlList::parse("https://a.example/\n");
    auto table = std::make_shared<ResultTable>(QByteArrayList {"price", "links"});
    ResultRow row;
    row.extractions = {"=7", "/a\n/b"};
    table->append({row});
    const QList<int> fields {kResultFieldCount + 1, static_cast<int>(ResultField::Url), kResultFieldCount};
    QCOMPARE(rowtext::csv(ResultSource::rows(urls, table, {0}), fields),
             u"links,url,price\r\n\"/a\n/b\",https://a.example/,'=7\r\n"_s);
    // A line a row.
    QCOMPARE(rowtext::tabbed(ResultSource::rows(urls, table, {0}), fields), u"/a\\x0A/b\thttps://a.example/\t'=7\n"_s);
}

void TestRowText::curlCommandIsQuoted()
{
    QCOMPARE(rowtext::curl("GET", "https://a.example/?q=it's&x=$(id)", false),
             u"curl --globoff --compressed 'https://a.example/?q=it'\\''s&x=$(id)'"_s);
    QCOMPARE(rowtext::curl("HEAD", "https://a.example/", true),
             u"curl --globoff --head --location --compressed 'https://a.example/'"_s);
    QCOMPARE(rowtext::curl("PURGE", "https://a.example/", false),
             u"curl --globoff --request 'PURGE' --compressed 'https://a.example/'"_s);
}

QTEST_MAIN(TestRowText)
#include "tst_rowtext.moc"
