// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hopfactsmodel.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <array>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    using Fact = HopFactsModel::Fact;
    constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Certificate)
    };

    QString dash()
    {
        return QString(QChar(0x2013));
    }

    QString dashIfEmpty(const QByteArray &text)
    {
        return text.isEmpty() ? dash() : format::untrusted(text);
    }

    QString dateOf(qint64 ms)
    {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::ShortFormat);
    }

    int daysBetween(qint64 fromMs, qint64 toMs)
    {
        return format::pluralCount(static_cast<quint64>(std::max<qint64>(toMs - fromMs, 0) / kDayMs));
    }

    /// "203.0.113.7:443", "[2001:db8::7]:443".
    QString peerText(const HopDetails &hop)
    {
        if (hop.remoteIp.isEmpty())
            return dash();
        const QString address = format::untrusted(hop.remoteIp);
        if (hop.remotePort == 0)
            return address;
        const QString host = address.contains(u':') ? QString(u'[' + address + u']') : address;
        return host + u':' + QString::number(hop.remotePort);
    }

    bool isPhase(Fact fact)
    {
        return fact >= Fact::Queued && fact <= Fact::Total;
    }

    quint32 micros(const PhaseTimes &times, Fact fact)
    {
        const std::array<quint32, 8> all {times.queued, times.dns,  times.connect, times.tls,
                                          times.send,   times.wait, times.receive, times.total};
        return all.at(static_cast<std::size_t>(fact) - static_cast<std::size_t>(Fact::Queued));
    }

} // namespace

certificate::Validity certificate::validity(const TlsInfo &tls, qint64 nowMs)
{
    if (tls.expiresAtMs == 0)
        return Validity::Unknown;
    if (tls.expiresAtMs <= nowMs)
        return Validity::Ended;
    return tls.expiresAtMs - nowMs < kSoonDays * kDayMs ? Validity::EndsSoon : Validity::Good;
}

QString certificate::endText(const TlsInfo &tls, qint64 nowMs)
{
    switch (validity(tls, nowMs)) {
    case Validity::Unknown:
        return dash();
    case Validity::Ended:
        return Tr::tr("%1 (expired %Ln day(s) ago)", nullptr, daysBetween(tls.expiresAtMs, nowMs))
            .arg(dateOf(tls.expiresAtMs));
    case Validity::EndsSoon:
    case Validity::Good:
        return Tr::tr("%1 (in %Ln day(s))", nullptr, daysBetween(nowMs, tls.expiresAtMs)).arg(dateOf(tls.expiresAtMs));
    }
    return {};
}

QString certificate::warning(const QList<HopDetails> &hops, qint64 nowMs)
{
    const HopDetails *worst = nullptr;
    for (const HopDetails &hop : hops) {
        const Validity state = validity(hop.tls, nowMs);
        if ((state == Validity::Ended || state == Validity::EndsSoon)
            && (worst == nullptr || hop.tls.expiresAtMs < worst->tls.expiresAtMs))
            worst = &hop;
    }
    if (worst == nullptr)
        return {};
    const QString host = format::untrusted(QUrl::fromEncoded(worst->url).host().toUtf8());
    const QString date = dateOf(worst->tls.expiresAtMs);
    if (validity(worst->tls, nowMs) == Validity::Ended)
        return Tr::tr("The certificate of %1 expired on %2.").arg(host, date);
    return Tr::tr("The certificate of %1 expires on %2, in %Ln day(s).", nullptr,
                  daysBetween(nowMs, worst->tls.expiresAtMs))
        .arg(host, date);
}

HopFactsModel::HopFactsModel(const Theme *theme, QObject *parent, WallClock clock)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_clock(clock ? std::move(clock) : WallClock(&QDateTime::currentMSecsSinceEpoch))
{
}

void HopFactsModel::setHops(const QList<HopDetails> &hops)
{
    beginResetModel();
    m_hops = hops;
    m_facts.clear();
    for (int i = 0; i < kFacts && !hops.isEmpty(); ++i) {
        const auto fact = static_cast<Fact>(i);
        // All phases stand there, for one that is missing says something; the rest only where known.
        const bool known = isPhase(fact) || std::any_of(m_hops.cbegin(), m_hops.cend(), [&](const HopDetails &hop) {
                               return value(hop, fact) != dash();
                           });
        if (known)
            m_facts.push_back(fact);
    }
    endResetModel();
}

int HopFactsModel::rowOf(Fact fact) const
{
    const auto at = std::find(m_facts.begin(), m_facts.end(), fact);
    return at == m_facts.end() ? -1 : static_cast<int>(at - m_facts.begin());
}

QString HopFactsModel::title(Fact fact) const
{
    switch (fact) {
    case Fact::HttpVersion:
        return tr("HTTP version");
    case Fact::Peer:
        return tr("Peer");
    case Fact::Connection:
        return tr("Connection");
    case Fact::WireBytes:
        return tr("Body as received");
    case Fact::Tls:
        return tr("TLS (part of Connect)");
    case Fact::Total:
        return tr("Total");
    case Fact::TlsVersion:
        return tr("TLS version");
    case Fact::Cipher:
        return tr("Cipher");
    case Fact::Subject:
        return tr("Certificate of");
    case Fact::Issuer:
        return tr("Issued by");
    case Fact::Expires:
        return tr("Valid until");
    default:
        return texts::phase(static_cast<int>(fact) - static_cast<int>(Fact::Queued));
    }
}

QString HopFactsModel::value(const HopDetails &hop, Fact fact) const
{
    switch (fact) {
    case Fact::HttpVersion:
        return hop.httpVersion == HttpVersion::Unknown ? dash() : QString::fromLatin1(httpVersionName(hop.httpVersion));
    case Fact::Peer:
        return peerText(hop);
    case Fact::Connection:
        return resultcell::connectionText(hop.connection);
    case Fact::WireBytes:
        return hop.status == 0 && hop.wireBytes == 0 ? dash() : format::bytes(hop.wireBytes);
    case Fact::TlsVersion:
        return dashIfEmpty(hop.tls.version);
    case Fact::Cipher:
        return dashIfEmpty(hop.tls.cipher);
    case Fact::Subject:
        return dashIfEmpty(hop.tls.subject);
    case Fact::Issuer:
        return dashIfEmpty(hop.tls.issuer);
    case Fact::Expires:
        return certificate::endText(hop.tls, m_clock());
    default:
        return format::phase(micros(hop.times, fact));
    }
}

QString HopFactsModel::exact(const HopDetails &hop, Fact fact) const
{
    if (isPhase(fact)) {
        const quint32 time = micros(hop.times, fact);
        return time == PhaseTimes::kNotApplicable ? tr("Not measured, or did not happen") : format::exactMillis(time);
    }
    if (fact == Fact::WireBytes && value(hop, fact) != dash())
        return tr("%Ln byte(s)", nullptr,
                  format::pluralCount(static_cast<quint64>(std::max<qint64>(hop.wireBytes, 0))));
    if (fact == Fact::Expires && hop.tls.expiresAtMs != 0)
        return format::localTime(hop.tls.expiresAtMs);
    return value(hop, fact); // may be cut by the column's width
}

Token HopFactsModel::token(const HopDetails &hop, Fact fact) const
{
    if (fact != Fact::Expires)
        return Token::Text;
    switch (certificate::validity(hop.tls, m_clock())) {
    case certificate::Validity::Ended:
        return Token::ServerError;
    case certificate::Validity::EndsSoon:
        return Token::ClientError;
    default:
        return Token::Text;
    }
}

QString HopFactsModel::toText(const QList<int> &rows) const
{
    QStringList lines;
    for (const int row : rows) {
        QStringList cells {title(fact(row))};
        for (const HopDetails &hop : m_hops)
            cells.append(value(hop, fact(row)));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void HopFactsModel::themeChanged()
{
    if (!m_facts.empty() && !m_hops.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::DecorationRole, Qt::ForegroundRole});
}

void HopFactsModel::retranslate()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_facts.empty() && !m_hops.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int HopFactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_facts.size());
}

int HopFactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_hops.isEmpty() ? 0 : static_cast<int>(m_hops.size()) + 1;
}

QVariant HopFactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Fact what = fact(index.row());
    if (index.column() == 0) {
        if (role == Qt::ForegroundRole && m_theme != nullptr)
            return m_theme->color(Token::TextMuted);
        return role == Qt::DisplayRole ? QVariant(title(what)) : QVariant();
    }
    const HopDetails &hop = m_hops[index.column() - 1];
    const Token look = token(hop, what);
    switch (role) {
    case Qt::DisplayRole:
        return value(hop, what);
    case Qt::ToolTipRole:
        return resultcell::plainToolTip(exact(hop, what));
    case Qt::DecorationRole: // beside the words and the colour
        return m_theme == nullptr || look == Token::Text
            ? QVariant()
            : QVariant(m_theme->icon(look == Token::ServerError ? u"alert-circle"_s : u"alert-triangle"_s, look));
    case Qt::ForegroundRole:
        return m_theme == nullptr || look == Token::Text ? QVariant() : QVariant(m_theme->color(look));
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "fact: value").arg(title(what), value(hop, what));
    default:
        return {};
    }
}

QVariant HopFactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || section < 0 || section > m_hops.size())
        return {};
    if (role == Qt::ToolTipRole && section > 0)
        return resultcell::plainToolTip(format::untrusted(m_hops[section - 1].url));
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Property") : tr("Hop %1").arg(format::number(static_cast<quint64>(section)));
}

} // namespace crawlscope::gui
