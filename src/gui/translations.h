// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace crawlscope::gui {

/// Installs the translators of a language; widgets follow by QEvent::LanguageChange. English has a translator, too:
/// it holds the plural forms. Owned by the composition root; removes its translators when destroyed. Thread: GUI.
class Translations : public QObject
{
    Q_OBJECT
public:
    explicit Translations(QObject *parent = nullptr);
    ~Translations() override;

    /// "system", "en" or "zh_CN". An unknown language gives English.
    void setLanguage(const QString &code);
    [[nodiscard]] QString effectiveLanguage() const { return m_effective; } ///< "en" or "zh_CN"

private:
    QTranslator m_program;
    QTranslator m_qt;
    QString m_effective;
};

} // namespace crawlscope::gui
