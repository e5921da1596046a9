// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hopfactsmodel.h"
#include "gui/translations.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;
using Fact = HopFactsModel::Fact;

namespace {

constexpr qint64 kNow = 1'795'291'200'000;
constexpr qint64 kDay = 24LL * 60 * 60 * 1000;

HopDetails plainHop()
{
    HopDetails hop;
    hop.url = "http://a.example/";
    hop.status = 301;
    hop.connection = ConnectionUse::New;
    hop.httpVersion = HttpVersion::Http11;
    hop.remoteIp = "203.0.113.7";
    hop.remotePort = 80;
    hop.wireBytes = 0;
    hop.times.connect = 9'000;
    hop.times.wait = 40'000;
    hop.times.total = 50'000;
    return hop;
}

HopDetails secureHop(qint64 expiresAtMs)
{
    HopDetails hop = plainHop();
    hop.url = "https://b.example/";
    hop.status = 200;
    hop.connection = ConnectionUse::Reused;
    hop.httpVersion = HttpVersion::Http2;
    hop.remoteIp = "2001:db8::7";
    hop.remotePort = 443;
    hop.wireBytes = 12'345;
    hop.times = {};
    hop.times.dns = 1'500;
    hop.tls = {"TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=b.example", "CN=An \xe2\x80\xae issuer", expiresAtMs};
    return hop;
}

} // namespace

class TestHopFactsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_translations.setLanguage(u"en"_s); // plural forms
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void showsWhatIsKnown();
    void leavesOutWhatNoHopKnows();
    void marksCertificates_data();
    void marksCertificates();
    void warnsOfTheWorst();
    void textToCopy();

private:
    Translations m_translations;
    [[nodiscard]] static QString cell(const HopFactsModel &model, Fact fact, int hop)
    {
        return model.index(model.rowOf(fact), hop + 1).data().toString();
    }
};

void TestHopFactsModel::showsWhatIsKnown()
{
    HopFactsModel model(nullptr, nullptr, [] { return kNow; });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHops({plainHop(), secureHop(kNow + 90 * kDay)});
    QCOMPARE(model.columnCount(), 3); // name, two hops
    QCOMPARE(model.rowCount(), HopFactsModel::kFacts);
    QCOMPARE(cell(model, Fact::HttpVersion, 0), u"1.1"_s);
    QCOMPARE(cell(model, Fact::HttpVersion, 1), u"2"_s);
    QCOMPARE(cell(model, Fact::Peer, 0), u"203.0.113.7:80"_s);
    QCOMPARE(cell(model, Fact::Peer, 1), u"[2001:db8::7]:443"_s);
    QCOMPARE(cell(model, Fact::Connection, 0), u"new"_s);
    QCOMPARE(cell(model, Fact::Connection, 1), u"reused"_s);
    QCOMPARE(cell(model, Fact::WireBytes, 0), u"0 B"_s); // an answer without a body
    QCOMPARE(cell(model, Fact::WireBytes, 1), u"12.3 kB"_s);
    QCOMPARE(cell(model, Fact::Dns, 0), u"–"_s); // never 0
    QCOMPARE(cell(model, Fact::Dns, 1), u"1.5 ms"_s);
    QCOMPARE(cell(model, Fact::Connect, 0), u"9.0 ms"_s);
    QCOMPARE(cell(model, Fact::Connect, 1), u"–"_s);
    QCOMPARE(cell(model, Fact::TlsVersion, 0), u"–"_s);
    QCOMPARE(cell(model, Fact::TlsVersion, 1), u"TLSv1.3"_s);
    QCOMPARE(cell(model, Fact::Cipher, 1), u"TLS_AES_256_GCM_SHA384"_s);
    QCOMPARE(cell(model, Fact::Subject, 1), u"CN=b.example"_s);
    QCOMPARE(cell(model, Fact::Issuer, 1), u"CN=An \\u202e issuer"_s); // from outside
    QVERIFY2(cell(model, Fact::Expires, 1).contains(u"in 90 days"), qPrintable(cell(model, Fact::Expires, 1)));
    QVERIFY(model.headerData(2, Qt::Horizontal).toString().contains(u'2'));
    QCOMPARE(model.index(0, 0).data().toString(), model.title(Fact::HttpVersion));
}

void TestHopFactsModel::leavesOutWhatNoHopKnows()
{
    HopFactsModel model(nullptr, nullptr, [] { return kNow; });
    HopDetails hop;
    hop.url = "http://a.example/";
    hop.error = ErrorId::ConnectRefused;
    model.setHops({hop});
    for (const Fact fact : {Fact::HttpVersion, Fact::Peer, Fact::Connection, Fact::WireBytes, Fact::TlsVersion,
                            Fact::Cipher, Fact::Subject, Fact::Issuer, Fact::Expires})
        QCOMPARE(model.rowOf(fact), -1);
    for (const Fact fact : {Fact::Queued, Fact::Dns, Fact::Connect, Fact::Tls, Fact::Send, Fact::Wait, Fact::Receive})
        QCOMPARE(cell(model, fact, 0), u"–"_s); // every phase has its line
    model.setHops({});
    QCOMPARE(model.rowCount(), 0);
}

void TestHopFactsModel::marksCertificates_data()
{
    QTest::addColumn<qint64>("expires");
    QTest::addColumn<int>("validity");
    QTest::addColumn<QString>("words");
    using Validity = certificate::Validity;
    QTest::newRow("unknown") << qint64 {0} << static_cast<int>(Validity::Unknown) << QString();
    QTest::newRow("good") << kNow + 14 * kDay << static_cast<int>(Validity::Good) << u"in 14 days"_s;
    QTest::newRow("soon") << kNow + 14 * kDay - 1 << static_cast<int>(Validity::EndsSoon) << u"in 13 days"_s;
    QTest::newRow("tomorrow") << kNow + kDay << static_cast<int>(Validity::EndsSoon) << u"in 1 day)"_s;
    QTest::newRow("now") << kNow << static_cast<int>(Validity::Ended) << u"expired"_s;
    QTest::newRow("long ago") << kNow - 20 * kDay << static_cast<int>(Validity::Ended) << u"expired 20 days ago"_s;
}

void TestHopFactsModel::marksCertificates()
{
    QFETCH(const qint64, expires);
    QFETCH(const int, validity);
    QFETCH(const QString, words);
    const HopDetails hop = secureHop(expires);
    QCOMPARE(static_cast<int>(certificate::validity(hop.tls, kNow)), validity);
    Theme theme;
    HopFactsModel model(&theme, nullptr, [] { return kNow; });
    model.setHops({hop});
    const int row = model.rowOf(Fact::Expires);
    if (words.isEmpty()) {
        QCOMPARE(row, -1);
        return;
    }
    const QModelIndex index = model.index(row, 1);
    QVERIFY2(index.data().toString().contains(words), qPrintable(index.data().toString()));
    const bool marked = validity != static_cast<int>(certificate::Validity::Good);
    QCOMPARE(index.data(Qt::ForegroundRole).isValid(), marked);
    QCOMPARE(index.data(Qt::DecorationRole).isValid(), marked); // colour is not alone
    QCOMPARE(certificate::warning({hop}, kNow).isEmpty(), !marked);
}

void TestHopFactsModel::warnsOfTheWorst()
{
    QVERIFY(certificate::warning({}, kNow).isEmpty());
    QVERIFY(certificate::warning({plainHop()}, kNow).isEmpty());
    HopDetails other = secureHop(kNow - kDay);
    other.url = "https://other.example/x";
    const QString text = certificate::warning({secureHop(kNow + 3 * kDay), other, plainHop()}, kNow);
    QVERIFY2(text.contains(u"other.example") && text.contains(u"expired"), qPrintable(text));
    const QString soon = certificate::warning({secureHop(kNow + 3 * kDay)}, kNow);
    QVERIFY2(soon.contains(u"b.example") && soon.contains(u"3 days"), qPrintable(soon));
}

void TestHopFactsModel::textToCopy()
{
    HopFactsModel model(nullptr, nullptr, [] { return kNow; });
    model.setHops({plainHop(), secureHop(0)});
    QCOMPARE(model.toText({model.rowOf(Fact::Peer), model.rowOf(Fact::HttpVersion)}),
             u"Peer\t203.0.113.7:80\t[2001:db8::7]:443\nHTTP version\t1.1\t2"_s);
}

QTEST_MAIN(TestHopFactsModel)
#include "tst_hopfactsmodel.moc"
