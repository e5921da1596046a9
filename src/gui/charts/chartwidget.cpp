// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chartwidget.h"

#include "gui/charts/chartheader.h"
#include "gui/charts/plotlibrary.h"
#include "gui/theme/fonts.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

ChartWidget::ChartWidget(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_header(new ChartHeader(theme, this))
    , m_menu(new QMenu(this))
    , m_stack(new QStackedLayout)
    , m_emptyLabel(new QLabel(this))
    , m_model(new ChartTableModel(*this, this))
{
    setProperty("card", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::xs, Space::s, Space::xs);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(m_stack, 1);
    m_emptyLabel->setProperty("muted", true);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_header->menuButton()->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        fillMenu(m_menu);
    });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChartWidget::redrawNow);
    connect(&theme, &Theme::changed, this, [this] {
        applyTheme();
        redrawNow();
    });
}

ChartWidget::~ChartWidget()
{
    if (m_table != nullptr)
        m_table->setModel(nullptr); // asks for cells while it is hidden, and those the derived class had
}

void ChartWidget::setCanvas(QWidget *canvas)
{
    m_canvas = canvas;
    m_stack->addWidget(canvas);
    canvas->setMinimumSize(120, 70);
    canvas->setFocusPolicy(Qt::StrongFocus);
    canvas->installEventFilter(this);
    auto *centre = new QVBoxLayout(canvas);
    centre->addWidget(m_emptyLabel);
}

void ChartWidget::init()
{
    applyTheme();
    retranslate();
}

QFont ChartWidget::smallFont() const
{
    return fonts::sized(font(), font().pointSizeF() * 0.9);
}

void ChartWidget::dataChanged()
{
    m_dirty = true;
    if (!isVisible() || m_timer.isActive())
        return;
    const qint64 since = m_sinceDraw.isValid() ? m_sinceDraw.elapsed() : kMinRedrawMs;
    m_timer.start(static_cast<int>(qBound(qint64 {0}, kMinRedrawMs - since, qint64 {kMinRedrawMs})));
}

void ChartWidget::redrawNow()
{
    m_timer.stop();
    m_dirty = true;
    if (!isVisible())
        return;
    m_dirty = false;
    m_sinceDraw.start();
    ++m_drawCount;
    m_emptyLabel->setText(emptyText());
    m_emptyLabel->setVisible(!hasData());
    if (tableShown())
        m_model->sync();
    else
        refresh();
    m_header->setKeys(hasData() ? legend() : QList<ChartKey>());
    updateWords();
}

void ChartWidget::updateWords()
{
    const QString words = hasData() ? summary() : m_emptyLabel->text();
    for (QWidget *widget : {static_cast<QWidget *>(this), m_canvas}) {
        if (widget->accessibleDescription() != words)
            widget->setAccessibleDescription(words);
    }
}

void ChartWidget::retitle()
{
    m_header->setTitle(title(), unit());
    m_header->menuButton()->setAccessibleName(tr("Menu of the chart \"%1\"").arg(title()));
    setAccessibleName(title());
    m_canvas->setAccessibleName(title());
    if (m_table != nullptr)
        m_table->setAccessibleName(tr("%1, as a table").arg(title()));
}

void ChartWidget::retranslate()
{
    retitle();
    m_header->menuButton()->setToolTip(tr("Menu of this chart"));
    m_emptyLabel->setText(emptyText());
    m_model->retranslate();
    updateWords();
    redrawNow();
}

bool ChartWidget::tableShown() const
{
    return m_table != nullptr && m_stack->currentWidget() == m_table;
}

void ChartWidget::makeTable()
{
    m_table = new QTableView(this);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setFont(fonts::tabular(font()));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("%1, as a table").arg(title()));
    m_table->installEventFilter(this);
    m_stack->addWidget(m_table);
    tableMade(m_table);
}

void ChartWidget::tableMade(QTableView *) { }

void ChartWidget::setTableShown(bool shown)
{
    if (shown == tableShown())
        return;
    if (shown && m_table == nullptr)
        makeTable();
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_canvas);
    if (shown)
        m_model->sync();
    redrawNow();
}

void ChartWidget::copyTable()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    QApplication::clipboard()->setText(m_model->toText(rows));
}

QString ChartWidget::emptyText() const
{
    return tr("No data yet");
}

void ChartWidget::addActions(QMenu *) { }

void ChartWidget::fillMenu(QMenu *menu)
{
    if (!tableShown()) {
        addActions(menu);
        if (!menu->isEmpty())
            menu->addSeparator();
        menu->addAction(m_theme.icon(u"table"_s), tr("Show as table"), this, [this] { setTableShown(true); });
    } else {
        menu->addAction(m_theme.icon(u"chart-line"_s), tr("Show as chart"), this, [this] { setTableShown(false); });
        menu->addAction(m_theme.icon(u"copy"_s), tr("Copy table"), this, &ChartWidget::copyTable);
    }
    menu->addAction(m_theme.icon(u"photo"_s), tr("Save picture…"), this, &ChartWidget::askForPicture)
        ->setEnabled(hasData());
}

void ChartWidget::popUpMenu(const QPoint &globalPos)
{
    m_menu->popup(globalPos);
}

void ChartWidget::contextMenuEvent(QContextMenuEvent *event)
{
    popUpMenu(event->globalPos());
}

void ChartWidget::askForPicture()
{
    auto *dialog = new QFileDialog(this, tr("Save picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PNG picture (*.png)"), tr("PDF document (*.pdf)")});
    dialog->setDefaultSuffix(u"png"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"*.pdf"_s) ? u"pdf"_s : u"png"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        if (savePicture(fileName))
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Save picture"),
                                    tr("The picture could not be written. Choose a folder you may write to."),
                                    QMessageBox::Ok, this);
        box->setInformativeText(fileName);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setModal(false);
        box->show();
    });
    dialog->open();
}

void ChartWidget::renderPicture(QCPPainter *painter, const QSize &canvasSize) const
{
    const int margin = Space::m;
    painter->fillRect(QRect(0, 0, canvasSize.width() + 2 * margin, 20'000), m_theme.color(Token::Surface));
    painter->translate(margin, Space::s);
    const int used = m_header->paintContent(painter, canvasSize.width());
    painter->translate(0, used);
    renderCanvas(painter, canvasSize);
}

QSize ChartWidget::pictureSize() const
{
    return m_canvas->size().expandedTo(QSize(640, 300));
}

bool ChartWidget::savePicture(const QString &fileName) const
{
    const QSize canvasSize = pictureSize();
    const QSize size(canvasSize.width() + 2 * Space::m,
                     canvasSize.height() + m_header->heightFor(canvasSize.width()) + 2 * Space::s);
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    if (QFileInfo(fileName).suffix().compare("pdf"_L1, Qt::CaseInsensitive) == 0) {
        constexpr double kPointsPerPixel = 72.0 / 96.0;
        QPdfWriter writer(&file);
        writer.setResolution(96);
        writer.setTitle(title());
        writer.setPageSize(QPageSize(QSizeF(size) * kPointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        QCPPainter painter;
        if (!painter.begin(&writer))
            return false;
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        renderPicture(&painter, canvasSize);
        painter.end();
    } else {
        QImage image(size * 2, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        QCPPainter painter;
        if (image.isNull() || !painter.begin(&image))
            return false;
        painter.setMode(QCPPainter::pmNoCaching);
        renderPicture(&painter, canvasSize);
        painter.end();
        if (!image.save(&file, "PNG"))
            return false;
    }
    return file.commit();
}

void ChartWidget::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (m_dirty)
        redrawNow();
}

void ChartWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_canvas != nullptr)
        retranslate();
    if (event->type() == QEvent::FontChange && m_canvas != nullptr) {
        applyTheme();
        redrawNow();
    }
    QFrame::changeEvent(event);
}

bool ChartWidget::eventFilter(QObject *watched, QEvent *event)
{
    // QCustomPlot keeps mouse events from its parent, the menu's among them.
    if (watched == m_canvas && event->type() == QEvent::ContextMenu) {
        popUpMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyTable();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace crawlscope::gui
