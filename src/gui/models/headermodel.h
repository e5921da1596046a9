// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <QAbstractTableModel>

namespace crawlscope::gui {

/// Header fields of one message, in the order received. Thread: GUI.
class HeaderModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit HeaderModel(QObject *parent = nullptr);
    void setHeaders(const HeaderList &headers);
    void retranslate(); ///< headers and cells in the language of now
    [[nodiscard]] QString line(int row) const; ///< "Name: value", safe to show

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    HeaderList m_headers;
};

/// The exchanges of a row, redirects first, each with its own figures. Thread: GUI.
class HopModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Status, Method, Url, Timing, Wait, Total, Connection };
    static constexpr int kColumns = 8;

    explicit HopModel(QObject *parent = nullptr);
    void setHops(const QList<HopDetails> &hops);
    void retranslate();
    [[nodiscard]] const QList<HopDetails> &hops() const { return m_hops; }
    [[nodiscard]] quint32 longestMicros() const; ///< of all hops, to scale the bars of the Timing column

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString display(const HopDetails &hop, int row, int column) const;
    QList<HopDetails> m_hops;
};

} // namespace crawlscope::gui
