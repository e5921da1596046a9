// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultsmodel.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/resultspage.h"

#include <QComboBox>
#include <QLocale>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

/// The filter of the results by how a URL is known.
class TestFilterOrigins : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void onlyWhereItIsKnown();
    void choosesAndClears();
    void comesAgainWhenTheRunEnds();

private:
    void show(bool following);
    [[nodiscard]] QComboBox *combo() const { return m_page->findChild<QComboBox *>(u"originCombo"_s); }
    void choose(UrlOrigin origin) const
    {
        combo()->setCurrentIndex(combo()->findData(1U << static_cast<unsigned>(origin)));
    }
    [[nodiscard]] QList<quint32> shown() const
    {
        QList<quint32> entries;
        for (const quint32 row : m_page->filteredRows())
            entries += m_table->record(row).entry;
        return entries;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ResultsPage> m_page;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<ResultTable> m_table;
};

void TestFilterOrigins::init()
{
    m_page.reset();
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<ResultsPage>(*m_theme);
    m_page->resize(980, 700);
    m_page->show();
}

/// Entries 0 and 1 are of the list, 2 and 3 were found; 1 and 3 are in a sitemap, 2 is linked.
void TestFilterOrigins::show(bool following)
{
    m_urls = UrlList::parse("http://a.example/0\nhttp://a.example/1");
    if (following) {
        m_urls = UrlList::withFound(m_urls);
        for (const char *url : {"http://a.example/2", "http://a.example/3"}) {
            FoundUrls::Item item;
            item.url = url;
            QVERIFY(m_urls->found()->append(item));
        }
        m_urls->entryMarks()->set(1, EntryMarks::InSitemap);
        m_urls->entryMarks()->set(3, EntryMarks::InSitemap);
        m_urls->entryMarks()->set(2, EntryMarks::Linked);
    }
    m_table = std::make_shared<ResultTable>();
    for (quint32 entry = 0; entry < m_urls->size(); ++entry) {
        ResultRow row;
        row.entry = entry;
        row.state = RowState::Done;
        row.status = 200;
        row.attempts = 1;
        m_table->append({row});
    }
    m_page->setRun(m_urls, m_table, nullptr);
}

void TestFilterOrigins::onlyWhereItIsKnown()
{
    show(true);
    QVERIFY(combo()->isVisible());
    QCOMPARE(combo()->count(), kUrlOriginCount + 1);
    choose(UrlOrigin::SitemapOnly);
    QVERIFY(!m_page->filterBar()->filter().isEmpty());
    show(false);
    QVERIFY(!combo()->isVisible());
    QVERIFY(m_page->filterBar()->filter().isEmpty()); // or rows would be missing, and nothing would say why
    QCOMPARE(shown(), (QList<quint32> {0, 1}));
}

void TestFilterOrigins::choosesAndClears()
{
    show(true);
    const QList<std::pair<UrlOrigin, QList<quint32>>> expected {{UrlOrigin::Input, {0, 1}},
                                                                {UrlOrigin::Found, {2, 3}},
                                                                {UrlOrigin::SitemapOnly, {1, 3}},
                                                                {UrlOrigin::LinkedOnly, {2}}};
    for (const auto &[origin, entries] : expected) {
        choose(origin);
        QTRY_COMPARE(shown(), entries);
    }
    m_page->filterBar()->clear();
    QCOMPARE(combo()->currentIndex(), 0);
    QTRY_COMPARE(shown().size(), 4);
    ResultFilter filter;
    filter.origins = 1U << static_cast<unsigned>(UrlOrigin::LinkedOnly);
    m_page->setFilter(filter);
    QCOMPARE(combo()->currentText(), u"Linked, in no sitemap"_s);
    QTRY_COMPARE(shown(), QList<quint32> {2});
}

void TestFilterOrigins::comesAgainWhenTheRunEnds()
{
    show(true);
    choose(UrlOrigin::SitemapOnly);
    QTRY_COMPARE(shown(), (QList<quint32> {1, 3}));
    m_urls->entryMarks()->set(3, EntryMarks::Linked); // a page that came later links to it
    m_urls->entryMarks()->set(0, EntryMarks::InSitemap);
    QCOMPARE(shown(), (QList<quint32> {1, 3}));
    m_page->runEnded();
    QTRY_COMPARE(shown(), (QList<quint32> {0, 1}));
}

QTEST_MAIN(TestFilterOrigins)
#include "tst_filterorigins.moc"
