// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/chartkey.h"
#include "gui/charts/charttablemodel.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QCPPainter;
class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;

namespace crawlscope::gui {

class ChartHeader;
class Theme;

/// Frame of every chart: head with legend, canvas, text while there is no data, table twin, menu, pictures, words for
/// screen readers. Draws at most four times a second and only while it can be seen. A derived class calls setCanvas()
/// and, last in its constructor, init(). Owns its widgets; the theme must outlive it. Thread: GUI.
class ChartWidget : public QFrame, public ChartTableSource
{
    Q_OBJECT
public:
    static constexpr int kMinRedrawMs = 250;
    ~ChartWidget() override;

    void dataChanged(); ///< new data is there: draws soon, or when next shown
    [[nodiscard]] int drawCount() const { return m_drawCount; } ///< times data was drawn
    void setTableShown(bool shown);
    [[nodiscard]] bool tableShown() const;
    [[nodiscard]] ChartTableModel *tableModel() const { return m_model; }
    /// PNG, or PDF when the name ends in .pdf. False: the file could not be written.
    [[nodiscard]] bool savePicture(const QString &fileName) const;

protected:
    ChartWidget(const Theme &theme, QWidget *parent);
    void setCanvas(QWidget *canvas);
    void init();
    void redrawNow();
    void retitle(); ///< title() or unit() have changed
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QWidget *canvas() const { return m_canvas; }
    [[nodiscard]] QFont smallFont() const;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString unit() const = 0;
    [[nodiscard]] virtual bool hasData() const = 0;
    [[nodiscard]] virtual QString emptyText() const; ///< why there is nothing to see
    [[nodiscard]] virtual QList<ChartKey> legend() const = 0; ///< with the newest figures
    [[nodiscard]] virtual QString summary() const = 0; ///< last value and trend in words
    virtual void refresh() = 0; ///< brings the data on the canvas
    virtual void applyTheme() = 0;
    virtual void addActions(QMenu *menu);
    virtual void renderCanvas(QCPPainter *painter, const QSize &size) const = 0;
    [[nodiscard]] virtual QSize pictureSize() const; ///< of the canvas in a picture
    virtual void tableMade(QTableView *table); ///< the twin, before it is first shown

    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void popUpMenu(const QPoint &globalPos);

private:
    void fillMenu(QMenu *menu);
    void retranslate();
    void makeTable();
    void copyTable();
    void askForPicture();
    void renderPicture(QCPPainter *painter, const QSize &canvasSize) const;
    void updateWords();

    const Theme &m_theme;
    ChartHeader *m_header;
    QMenu *m_menu;
    QStackedLayout *m_stack;
    QWidget *m_canvas = nullptr;
    QLabel *m_emptyLabel;
    ChartTableModel *m_model;
    QTableView *m_table = nullptr; ///< made when first asked for
    QTimer m_timer;
    QElapsedTimer m_sinceDraw;
    bool m_dirty = true;
    int m_drawCount = 0;
};

} // namespace crawlscope::gui
