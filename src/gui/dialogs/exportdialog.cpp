// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/exportdialog.h"

#include "gui/format.h"
#include "ui_exportdialog.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardPaths>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    QString suffixOf(ExportFormat format)
    {
        return format == ExportFormat::Csv ? u".csv"_s : u".jsonl"_s;
    }

    /// The path with another ending, where it had one of ours or none.
    QString withSuffix(const QString &path, ExportFormat format)
    {
        const QFileInfo info(path);
        if (exportFormatOf(path) == format)
            return path;
        if (!exportFormatOf(path) && !info.suffix().isEmpty())
            return path + suffixOf(format);
        const QString base = info.suffix().isEmpty() ? path : path.chopped(info.suffix().size() + 1);
        return base + suffixOf(format);
    }

} // namespace

ExportDialog::ExportDialog(const ExportCounts &counts, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::ExportDialog>())
    , m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder)
{
    ui->setupUi(this);
    ui->formulaHelp->setProperty("muted", true);
    ui->pathMessage->setProperty("muted", true);
    ui->allButton->setText(tr("All input lines, in input order (%Ln)", nullptr, format::pluralCount(counts.allLines)));
    ui->allButton->setToolTip(tr("Duplicates, invalid lines and URLs that have not ended are included."));
    ui->filteredButton->setText(
        counts.filterActive
            ? tr("Rows the filter shows, in the order shown (%Ln)", nullptr, format::pluralCount(counts.filtered))
            : tr("Rows of the table, in the order shown (%Ln)", nullptr, format::pluralCount(counts.filtered)));
    ui->selectedButton->setText(tr("Selected rows (%Ln)", nullptr, format::pluralCount(counts.selected)));
    ui->filteredButton->setEnabled(counts.filtered > 0);
    ui->selectedButton->setEnabled(counts.selected > 0);
    ui->allButton->setChecked(!counts.filterActive || counts.filtered == 0);
    ui->filteredButton->setChecked(!ui->allButton->isChecked());
    ui->formatCombo->addItem(tr("CSV, for spreadsheets (.csv)"), static_cast<int>(ExportFormat::Csv));
    ui->formatCombo->addItem(tr("JSON lines, for programs (.jsonl)"), static_cast<int>(ExportFormat::JsonLines));
    const QString name = u"crawl-"_s + QDate::currentDate().toString(Qt::ISODate) + u".csv"_s;
    ui->pathEdit->setText(QDir::toNativeSeparators(QDir(m_folder).filePath(name)));
    if (QPushButton *save = ui->buttons->button(QDialogButtonBox::Save))
        save->setText(tr("Export"));
    connect(ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(ui->formatCombo, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChosen);
    connect(ui->pathEdit, &QLineEdit::textChanged, this, &ExportDialog::pathEdited);
    setMinimumWidth(fontMetrics().averageCharWidth() * 78);
    update();
}

ExportDialog::~ExportDialog() = default;

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(ui->formatCombo->currentData().toInt());
}

void ExportDialog::formatChosen()
{
    const QSignalBlocker blocker(ui->pathEdit);
    ui->pathEdit->setText(withSuffix(ui->pathEdit->text().trimmed(), format()));
    update();
}

void ExportDialog::pathEdited()
{
    if (const auto format = exportFormatOf(ui->pathEdit->text().trimmed())) {
        const QSignalBlocker blocker(ui->formatCombo);
        ui->formatCombo->setCurrentIndex(ui->formatCombo->findData(static_cast<int>(*format)));
    }
    update();
}

void ExportDialog::update()
{
    const bool csv = format() == ExportFormat::Csv;
    ui->formulaCheck->setVisible(csv);
    ui->formulaHelp->setVisible(csv);
    ui->bomCheck->setVisible(csv);
    const QString path = ui->pathEdit->text().trimmed();
    const QFileInfo info(path);
    QString message;
    bool usable = !path.isEmpty();
    if (usable && (info.isDir() || path.endsWith(u'/'))) {
        usable = false;
        message = tr("This is a folder. Add a file name.");
    } else if (usable && !info.absoluteDir().exists()) {
        usable = false;
        message = tr("The folder does not exist.");
    } else if (usable && info.exists()) {
        message = tr("The file exists and will be replaced.");
    }
    ui->pathMessage->setText(message);
    if (QPushButton *save = ui->buttons->button(QDialogButtonBox::Save))
        save->setEnabled(usable);
}

void ExportDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Export to"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("CSV (*.csv)"), tr("JSON lines (*.jsonl *.ndjson)")});
    chooser->selectNameFilter(chooser->nameFilters().at(format() == ExportFormat::Csv ? 0 : 1));
    chooser->selectFile(ui->pathEdit->text().trimmed());
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString complete = exportFormatOf(path) ? path : withSuffix(path, format());
        ui->pathEdit->setText(QDir::toNativeSeparators(complete));
    });
    chooser->open();
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.scope = ui->selectedButton->isChecked() ? ExportRequest::Scope::Selected
        : ui->filteredButton->isChecked()           ? ExportRequest::Scope::Filtered
                                                    : ExportRequest::Scope::AllLines;
    request.path = QDir::fromNativeSeparators(ui->pathEdit->text().trimmed());
    request.options.format = format();
    request.options.neutralizeFormulas = ui->formulaCheck->isChecked();
    request.options.byteOrderMark = request.options.format == ExportFormat::Csv && ui->bomCheck->isChecked();
    return request;
}

void ExportDialog::setRequest(const ExportRequest &request)
{
    if (request.scope == ExportRequest::Scope::Selected && ui->selectedButton->isEnabled())
        ui->selectedButton->setChecked(true);
    else if (request.scope == ExportRequest::Scope::Filtered && ui->filteredButton->isEnabled())
        ui->filteredButton->setChecked(true);
    else
        ui->allButton->setChecked(true);
    ui->formatCombo->setCurrentIndex(ui->formatCombo->findData(static_cast<int>(request.options.format)));
    ui->formulaCheck->setChecked(request.options.neutralizeFormulas);
    ui->bomCheck->setChecked(request.options.byteOrderMark);
    if (!request.path.isEmpty())
        ui->pathEdit->setText(QDir::toNativeSeparators(request.path));
    update();
}

} // namespace crawlscope::gui
