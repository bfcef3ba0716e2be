#include "ui/window/zoom_menu.h"

#include "ui/window/zoom.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace rbm {

ZoomMenu::ZoomMenu(QMenu *view, int percent)
    : QObject(view), m_percent(percent), m_menu(view->addMenu(tr("Zoom"))),
      m_in(add(tr("Zoom in"), "actionZoomIn")), m_out(add(tr("Zoom out"), "actionZoomOut")),
      m_usual(add(tr("Actual size"), "actionZoomUsual")) {
    m_menu->setObjectName(QStringLiteral("zoomMenu"));
    // On many keyboards the plus is the equals key with Shift.
    m_in->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    m_out->setShortcut(Qt::CTRL | Qt::Key_Minus);
    m_usual->setShortcut(Qt::CTRL | Qt::Key_0);
    connect(m_in, &QAction::triggered, this, [this] { choose(zoomBeside(m_percent, 1)); });
    connect(m_out, &QAction::triggered, this, [this] { choose(zoomBeside(m_percent, -1)); });
    connect(m_usual, &QAction::triggered, this, [this] { choose(kUsualZoom); });
    m_menu->addSeparator();
    auto *group = new QActionGroup(this);
    for (const int step : kZoomSteps) {
        QAction *action =
            m_menu->addAction(tr("%1 %").arg(step), this, [this, step] { choose(step); });
        action->setCheckable(true);
        group->addAction(action);
        m_steps.push_back(action);
    }
    showChoice();
}

QAction *ZoomMenu::add(const QString &text, const char *name) {
    QAction *action = m_menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    return action;
}

void ZoomMenu::choose(int percent) {
    if (percent == m_percent)
        return;
    m_percent = percent;
    showChoice();
    emit chosen(percent);
}

void ZoomMenu::showChoice() {
    for (std::size_t at = 0; at < m_steps.size(); ++at)
        m_steps[at]->setChecked(kZoomSteps[at] == m_percent);
    m_in->setEnabled(m_percent < kZoomSteps.back());
    m_out->setEnabled(m_percent > kZoomSteps.front());
    m_usual->setEnabled(m_percent != kUsualZoom);
}

} // namespace rbm
