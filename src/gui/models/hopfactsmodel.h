// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace crawlscope::gui {

/// How long a certificate has to live.
namespace certificate {
    inline constexpr int kSoonDays = 14;
    enum class Validity : quint8 { Unknown, Good, EndsSoon, Ended };
    [[nodiscard]] Validity validity(const TlsInfo &tls, qint64 nowMs);
    /// "12/1/2026 (in 10 days)", "11/1/2026 (20 days ago)"; "–" when unknown.
    [[nodiscard]] QString endText(const TlsInfo &tls, qint64 nowMs);
    /// What to say of the worst certificate of all hops; empty: none needs attention.
    [[nodiscard]] QString warning(const QList<HopDetails> &hops, qint64 nowMs);
} // namespace certificate

/// Connection, phases and certificate of each hop: a fact per row, its name and then a hop per column. Facts that no
/// hop knows are left out; one that does not apply to a hop reads "–". The theme must outlive it. Thread: GUI.
class HopFactsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Fact : quint8 {
        HttpVersion,
        Peer,
        Connection,
        WireBytes,
        TlsVersion,
        Cipher,
        Expires,
        Subject,
        Issuer,
        Queued,
        Dns,
        Connect,
        Tls,
        Send,
        Wait,
        Receive,
        Total,
    };
    static constexpr int kFacts = static_cast<int>(Fact::Total) + 1;
    using WallClock = std::function<qint64()>; ///< ms since the epoch

    /// `theme` may be null: no icons and colours.
    explicit HopFactsModel(const Theme *theme, QObject *parent = nullptr, WallClock clock = {});
    void setHops(const QList<HopDetails> &hops);
    [[nodiscard]] Fact fact(int row) const { return m_facts[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(Fact fact) const; ///< -1: no hop knows it
    [[nodiscard]] QString title(Fact fact) const;
    /// Rows as lines of text, tab separated, title first.
    [[nodiscard]] QString toText(const QList<int> &rows) const;
    [[nodiscard]] qint64 nowMs() const { return m_clock(); }
    void themeChanged();
    void retranslate(); ///< texts are made anew in the language of now

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString value(const HopDetails &hop, Fact fact) const; ///< "–": does not apply
    [[nodiscard]] QString exact(const HopDetails &hop, Fact fact) const;
    [[nodiscard]] Token token(const HopDetails &hop, Fact fact) const;

    const Theme *m_theme;
    WallClock m_clock;
    QList<HopDetails> m_hops;
    std::vector<Fact> m_facts; // of the rows
};

} // namespace crawlscope::gui
