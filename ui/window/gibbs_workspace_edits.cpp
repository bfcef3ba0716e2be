// Drawing, clamping and their undoing in the Gibbs explorer. gibbs_workspace.cpp has the rest.
#include "ui/session/session.h"
#include "ui/widgets/retranslate.h"
#include "ui/window/chain_edits.h"
#include "ui/window/gibbs_workspace.h"

#include <QAction>

namespace rbm {

void GibbsWorkspace::startEdited(int chain) {
    const bool wasRunning = m_session.snapshot().chains.running;
    startChains();
    if (wasRunning)
        m_session.playChains(true);
    select(chain);
}

QList<QAction *> GibbsWorkspace::makeEditActions() {
    // Not the own actions of QUndoGroup, which keep the language in which they were made.
    auto *undo = new QAction(this);
    undo->setEnabled(false);
    connect(undo, &QAction::triggered, &m_undo, &QUndoGroup::undo);
    connect(&m_undo, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
    undo->setObjectName(QStringLiteral("actionUndo"));
    undo->setShortcut(Qt::CTRL | Qt::Key_Z);
    auto *redo = new QAction(this);
    redo->setEnabled(false);
    connect(redo, &QAction::triggered, &m_undo, &QUndoGroup::redo);
    connect(&m_undo, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);
    const auto name = [this, undo, redo] {
        const QString done = m_undo.undoText();
        const QString undone = m_undo.redoText();
        undo->setText(done.isEmpty() ? tr("Undo") : tr("Undo %1").arg(done));
        redo->setText(undone.isEmpty() ? tr("Redo") : tr("Redo %1").arg(undone));
    };
    connect(&m_undo, &QUndoGroup::undoTextChanged, this, name);
    connect(&m_undo, &QUndoGroup::redoTextChanged, this, name);
    whenLanguageChanges(this, name);
    redo->setObjectName(QStringLiteral("actionRedo"));
    redo->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    return {undo, redo};
}

void GibbsWorkspace::showEvent(QShowEvent *event) {
    m_undo.setActiveStack(&m_edits->stack());
    QWidget::showEvent(event);
}

void GibbsWorkspace::hideEvent(QHideEvent *event) {
    m_undo.setActiveStack(nullptr);
    QWidget::hideEvent(event);
}

} // namespace rbm
