// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/waterfall.h"
#include "core/url/urllist.h"

#include <QAbstractTableModel>
#include <QStaticText>

#include <memory>
#include <vector>

namespace crawlscope::gui {

/// Texts laid out once, kept by the view.
struct PaintedTexts
{
    QStaticText label; ///< cut to its room
    int labelFor = -1; ///< room and font it was cut for
    QStaticText caption;
    int captionFor = -1; ///< font; -1: to be made anew
};

/// One row of the waterfall.
struct WaterfallBar
{
    WaterfallItem item;
    bool lost = false; ///< ended while the picture was held; how is no longer known here
    mutable QString label; ///< kept by WaterfallModel::label()
    mutable PaintedTexts painted;

    [[nodiscard]] bool inFlight() const { return !item.ended && !lost; }
    [[nodiscard]] bool cancelled() const { return item.error == ErrorId::Cancelled; }
};

/// The requests in flight and those that ended last, in the order they started; also the table twin of the waterfall.
///
/// Each picture is taken over row by row, so that a selection stays on its request. While held, no row comes or goes:
/// those in flight go on to their end, newer ones are only counted. Filters choose among the rows of the picture.
/// Invariant: shown rows are sorted by start and id and belong to the run of setRun(). Thread: GUI.
class WaterfallModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Request, State, Start, Queued, Dns, Connect, Tls, Send, Wait, Receive, Total };
    static constexpr int kColumns = 11;
    enum class Show : quint8 { All, InFlight, Failed };

    explicit WaterfallModel(QObject *parent = nullptr);

    void setRun(std::shared_ptr<const UrlList> urls); ///< forgets the picture and lets go of it
    void apply(std::shared_ptr<const WaterfallSnapshot> picture);
    void setFilter(Show show, const QString &host); ///< `host`: part of a host name, ASCII case ignored
    void setHeld(bool held);
    void retranslate();

    [[nodiscard]] bool held() const { return m_held; }
    [[nodiscard]] bool filtered() const { return m_show != Show::All || !m_host.isEmpty(); }
    [[nodiscard]] qint64 nowMicros() const { return m_now; } ///< moment of the newest picture, since the run's start
    [[nodiscard]] const WaterfallBar &bar(int row) const { return *m_shown[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rows() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] QByteArray url(const WaterfallBar &bar) const;
    [[nodiscard]] const QString &label(const WaterfallBar &bar) const; ///< host and path, safe to show
    /// Of the whole picture, filter or not.
    [[nodiscard]] int total() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int failed() const { return m_failed; }
    [[nodiscard]] quint64 newer() const; ///< requests begun since the picture is held

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void refreshed(); ///< once after each change, after the row signals

private:
    using BarPtr = std::shared_ptr<WaterfallBar>;
    void takeOver(); ///< the newest picture, all of it
    void goOn(); ///< what the newest picture tells of the bars held
    void show(const std::vector<BarPtr> &target);
    void removeAllBut(const std::vector<BarPtr> &target);
    void insertMissing(const std::vector<BarPtr> &target);
    void tellChanges();
    void count();
    [[nodiscard]] std::vector<BarPtr> passing() const;
    [[nodiscard]] bool passes(const WaterfallBar &bar) const;

    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const WaterfallSnapshot> m_picture;
    std::vector<BarPtr> m_all; ///< sorted by start and id
    std::vector<BarPtr> m_shown; ///< those of m_all that pass the filter
    std::vector<const WaterfallBar *> m_changed; ///< since the rows were last told of
    Show m_show = Show::All;
    QByteArray m_host; ///< in lower case
    bool m_held = false;
    quint64 m_begunWhenHeld = 0;
    qint64 m_now = 0;
    int m_inFlight = 0;
    int m_failed = 0;
};

} // namespace crawlscope::gui
