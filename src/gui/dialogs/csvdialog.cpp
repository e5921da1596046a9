// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/csvdialog.h"

#include "gui/format.h"
#include "ui_csvdialog.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace crawlscope::gui {

namespace {
    constexpr int kMaxColumns = 200; // a file of binary junk can have any number
    constexpr qsizetype kMaxCellCharacters = 200;
} // namespace

CsvDialog::CsvDialog(const CsvPreview &preview, const QString &fileName, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CsvDialog>())
{
    m_ui->setupUi(this);
    m_ui->fileLabel->setText(tr("%1: which column holds the URLs?").arg(format::untrusted(fileName.toUtf8())));
    fillSample(preview);
    connect(m_ui->column, &QComboBox::currentIndexChanged, this, &CsvDialog::selectColumn);
    connect(m_ui->sample, &QTableWidget::currentCellChanged, this, [this](int, int column) {
        if (column >= 0)
            m_ui->column->setCurrentIndex(column);
    });
    connect(m_ui->sample->horizontalHeader(), &QHeaderView::sectionClicked, m_ui->column, &QComboBox::setCurrentIndex);
    m_ui->column->setCurrentIndex(preview.urlColumn);
    selectColumn(preview.urlColumn);
    m_ui->column->setFocus();
}

CsvDialog::~CsvDialog() = default;

int CsvDialog::column() const
{
    return std::max(m_ui->column->currentIndex(), 0);
}

void CsvDialog::fillSample(const CsvPreview &preview)
{
    const int columns = static_cast<int>(std::min<qsizetype>(preview.columns.size(), kMaxColumns));
    const int rows = static_cast<int>(preview.sample.size());
    m_ui->sample->setColumnCount(columns);
    m_ui->sample->setRowCount(rows);
    QStringList titles;
    for (int column = 0; column < columns; ++column) {
        const QString name = format::untrusted(preview.columns[column].left(kMaxCellCharacters).toUtf8());
        titles << name;
        m_ui->column->addItem(preview.hasHeader ? tr("%1: %2").arg(column + 1).arg(name)
                                                : tr("Column %1").arg(column + 1));
    }
    m_ui->sample->setHorizontalHeaderLabels(titles);
    for (int row = 0; row < rows; ++row) {
        const QStringList &record = preview.sample[row];
        for (int column = 0; column < std::min(columns, static_cast<int>(record.size())); ++column)
            m_ui->sample->setItem(
                row, column, new QTableWidgetItem(format::untrusted(record[column].left(kMaxCellCharacters).toUtf8())));
    }
    m_ui->sample->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 24);
}

void CsvDialog::selectColumn(int column)
{
    const QSignalBlocker block(m_ui->sample);
    m_ui->sample->selectColumn(column);
}

} // namespace crawlscope::gui
