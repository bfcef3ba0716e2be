#include "ui/window/step_page.h"

#include "ui/widgets/wrapped_label.h"
#include "ui/window/panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <utility>

namespace rbm {

namespace {

std::vector<float> scaled(const std::vector<float> &values, float factor) {
    std::vector<float> result(values);
    for (float &value : result)
        value *= factor;
    return result;
}

std::vector<float> difference(const std::vector<float> &a, const std::vector<float> &b) {
    std::vector<float> result(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        result[i] = a[i] - b[i];
    return result;
}

} // namespace

StepPage::StepPage(QWidget *parent) : StoryPage(parent) {
    m_kept = new TermPicture("slowMotionKept", tr("What momentum keeps"), this);
    m_push = new TermPicture("slowMotionPush", tr("Step against the gradient"), this);
    m_momentum = new TermPicture("slowMotionMomentum", tr("New momentum"), this);
    m_old = new TermPicture("slowMotionOld", tr("Filter before"), this);
    m_change = new TermPicture("slowMotionChange", tr("Change of the filter"), this);
    m_new = new TermPicture("slowMotionNew", tr("Filter after"), this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    const auto addRow = [&](int row, TermPicture *a, TermPicture *b, TermPicture *c) {
        grid->addWidget(a, row, 0);
        grid->addWidget(makeSign(QStringLiteral("+"), this), row, 1);
        grid->addWidget(b, row, 2);
        grid->addWidget(makeSign(QStringLiteral("="), this), row, 3);
        grid->addWidget(c, row, 4);
        grid->setRowStretch(row, 1);
    };
    addRow(0, m_kept, m_push, m_momentum);
    addRow(1, m_old, m_change, m_new);
    for (const int column : {0, 2, 4})
        grid->setColumnStretch(column, 1);
    body()->addLayout(grid, 1);
    m_numbers = new WrappedLabel(nullptr, this);
    m_numbers->setTextFormat(Qt::RichText);
    body()->addWidget(m_numbers);
}

void StepPage::applyTheme(const Theme &theme) {
    StoryPage::applyTheme(theme);
    for (TermPicture *picture : {m_kept, m_push, m_momentum, m_old, m_change, m_new})
        picture->applyTheme(theme);
    if (m_scene)
        showFormula();
}

void StepPage::show(const StoryScene &scene) {
    m_scene = scene;
    const UnitStep &unit = scene.unit;
    const UpdateRule &rule = scene.story().rule;
    auto kept = scaled(unit.oldMomentum, rule.momentum);
    auto push = scaled(unit.gradient, -rule.step);
    auto change = difference(unit.newFilter, unit.oldFilter);
    const float fine = largestMagnitude({&kept, &push, &unit.newMomentum, &change});
    const float coarse = largestMagnitude({&unit.oldFilter, &unit.newFilter});
    m_kept->setWeights(std::move(kept), scene.image, fine);
    m_push->setWeights(std::move(push), scene.image, fine);
    m_momentum->setWeights(unit.newMomentum, scene.image, fine);
    m_old->setWeights(unit.oldFilter, scene.image, coarse);
    m_change->setWeights(std::move(change), scene.image, fine);
    m_new->setWeights(unit.newFilter, scene.image, coarse);
    m_momentum->setTitle(tr("New momentum <i>m</i>"));
    m_old->setTitle(tr("Filter before"));
    m_new->setTitle(tr("Filter after"));
    showFormula();
    showNumbers();
}

void StepPage::showFormula() {
    const UpdateStory &story = m_scene->story();
    const UpdateRule &rule = story.rule;
    const QString momentum = richNumber(static_cast<double>(rule.momentum));
    const QString step = richNumber(static_cast<double>(rule.step));
    const QString gradient =
        rule.weightDecay > 0
            ? tr("(<i>g</i> + %1 <i>W</i>)").arg(richNumber(static_cast<double>(rule.weightDecay)))
            : QStringLiteral("<i>g</i>");
    const QString change = rule.nesterov ? tr("%1 <i>m</i> − %2 %3").arg(momentum, step, gradient)
                                         : QStringLiteral("<i>m</i>");
    m_kept->setTitle(tr("%1 × momentum").arg(momentum));
    m_push->setTitle(rule.weightDecay > 0 ? tr("− step × gradient")
                                          : tr("−%1 %2").arg(step, gradient));
    m_change->setTitle(rule.nesterov ? tr("Nesterov's move") : tr("Momentum <i>m</i>"));
    setFormula(tr("<i>m</i> ← %1 <i>m</i> − %2 %3&nbsp;&nbsp;&nbsp;&nbsp; "
                  "<i>W</i> ← <i>W</i> + %4")
                   .arg(momentum, step, gradient, change));
    const QLocale locale;
    QString text =
        tr("Against the gradient by the learning rate %1 over %2, on top of what momentum kept.")
            .arg(locale.toString(story.after.controls.learningRate, 'g', 3),
                 counted(story.images(), tr("one image"), tr("%1 images")));
    const double factor = static_cast<double>(rule.step) * static_cast<double>(story.images()) /
                          story.after.controls.learningRate;
    if (story.before.config.schedule != Schedule::Constant)
        text += QLatin1Char(' ') + tr("The schedule leaves %1&nbsp;% of that rate.")
                                       .arg(locale.toString(100 * factor, 'f', 1));
    if (rule.nesterov)
        text += QLatin1Char(' ') + tr("Nesterov: the filter moves as if momentum had gone on once "
                                      "more.");
    if (story.before.config.average > 0)
        text += QLatin1Char(' ') + tr("Shown is the trainer's own filter; the saved model is "
                                      "an average over many updates.");
    setSentence(text);
}

void StepPage::showNumbers() {
    const UnitStep &unit = m_scene->unit;
    const auto bias = [](float value) {
        return QLocale().toString(static_cast<double>(value), 'f', 5);
    };
    m_numbers->setText(tr("Bias of unit %1: <b>%2</b> → <b>%3</b>. The formula and the run agree "
                          "to %4.")
                           .arg(unit.unit)
                           .arg(bias(unit.oldBias), bias(unit.newBias), richNumber(unit.gap, 1)));
}

} // namespace rbm
