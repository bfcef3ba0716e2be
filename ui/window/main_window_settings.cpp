// What the window remembers from one start to the next.
#include "ui/window/main_window.h"

#include "ui/window/control_panel.h"
#include "ui/window/filters_workspace.h"
#include "ui/window/likelihood_settings.h"
#include "ui/window/main_window_teaching.h"
#include "ui/window/monitors_section.h"
#include "ui/window/runs_workspace.h"
#include "ui/window/theme_menu.h"
#include "ui/window/train_workspace.h"
#include "ui/window/trainer_section.h"
#include "ui/window/units_memory.h"

#include <QSettings>

#include <algorithm>

namespace rbm {

void MainWindow::restoreSettings() {
    if (!m_options.keepSettings) {
        m_teaching->restore();
        return;
    }
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    m_controls->likelihood()->setBudget(
        settings.value(QStringLiteral("likelihoodBudget"), m_controls->likelihood()->budget())
            .toDouble());
    m_train->setPixelChoice(settings.value(QStringLiteral("likelihoodPixels"), 0).toInt());
    m_runs->setPixelChoice(settings.value(QStringLiteral("runsPixels"), 0).toInt());
    m_themeMenu->setChoice(themeChoiceOf(settings.value(QStringLiteral("theme")).toString()));
    m_theme = kindOf(m_themeMenu->choice());
    m_filters->setSort(
        static_cast<UnitSort>(std::clamp(settings.value(QStringLiteral("filterSort")).toInt(), 0,
                                         static_cast<int>(kUnitSorts) - 1)));
    m_controls->trainer()->setOpen(settings.value(QStringLiteral("trainerOpen")).toBool());
    m_controls->monitors()->setOpen(settings.value(QStringLiteral("monitorsOpen")).toBool());
    m_teaching->restore(); // with the window as high as it was
    restoreLog();
}

void MainWindow::saveSettings() const {
    if (!m_options.keepSettings)
        return;
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("likelihoodBudget"), m_controls->likelihood()->budget());
    settings.setValue(QStringLiteral("likelihoodPixels"), m_train->pixelChoice());
    settings.setValue(QStringLiteral("runsPixels"), m_runs->pixelChoice());
    settings.setValue(QStringLiteral("theme"), nameOf(m_themeMenu->choice()));
    settings.setValue(QStringLiteral("filterSort"), static_cast<int>(m_filters->sort()));
    settings.setValue(QStringLiteral("trainerOpen"), m_controls->trainer()->isOpen());
    settings.setValue(QStringLiteral("monitorsOpen"), m_controls->monitors()->isOpen());
    m_unitsMemory->save();
    m_teaching->save();
    saveLog();
}

} // namespace rbm
