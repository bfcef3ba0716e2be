// The comparison of plain with tempered chains in the Gibbs explorer. gibbs_workspace.cpp has the
// rest.
#include "ui/window/gibbs_workspace.h"

#include "ui/session/session.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/chain_edits.h"
#include "ui/window/gibbs_controls.h"
#include "ui/window/mixing_controls.h"
#include "ui/window/mixing_page.h"

namespace rbm {

void GibbsWorkspace::connectMixing() {
    MixingControls *controls = m_controls->mixing();
    connect(m_views, &SegmentedControl::currentChanged, this,
            [this](int view) { showMixing(view == 1); });
    connect(controls, &MixingControls::playWanted, this, &GibbsWorkspace::playMixing);
    connect(controls, &MixingControls::chainChosen, this, &GibbsWorkspace::select);
    const auto again = [this] {
        const bool wasRunning = m_session.snapshot().mixingRuns;
        startMixing();
        m_session.playMixing(wasRunning);
    };
    connect(controls, &MixingControls::restartWanted, this, again);
    connect(controls, &MixingControls::replicasChanged, this, [this, again] {
        if (m_mixingStarts == m_edits->setup().starts)
            again();
    });
    showMixing(false);
    // What rests is not sent again by itself.
    whenLanguageChanges(this, [this] { showMixingOf(m_session.snapshot()); });
}

bool GibbsWorkspace::isMixingShown() const { return m_views->current() == 1; }

void GibbsWorkspace::showMixing(bool shown) {
    m_views->setCurrent(shown ? 1 : 0);
    m_controls->showMixing(shown);
    m_grids->setVisible(!shown);
    m_mixing->setVisible(shown);
    m_session.lookNow();
}

void GibbsWorkspace::startMixing() {
    m_mixingStarts = m_edits->setup().starts;
    m_session.startMixing(m_mixingStarts, m_seed, m_controls->mixing()->replicas());
}

void GibbsWorkspace::playMixing(bool on) {
    const TrainingSnapshot &now = m_session.snapshot();
    const bool isBegun =
        m_mixingStarts == m_edits->setup().starts && (now.mixing != nullptr || now.mixingStep > 0);
    if (on && !isBegun)
        startMixing();
    m_session.playMixing(on);
}

void GibbsWorkspace::showMixingOf(const TrainingSnapshot &snapshot) {
    if (!isMixingShown())
        return;
    // Until the worker has heard of a new choice, it tells of the old chains.
    const MixingView *view = snapshot.mixing.get();
    if (view != nullptr && view->starts != m_edits->setup().starts)
        view = nullptr;
    m_controls->mixing()->showView(view);
    m_mixing->show(view);
}

} // namespace rbm
