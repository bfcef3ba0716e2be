#include "ui/window/negative_page.h"

#include "ui/widgets/tile_view.h"
#include "ui/window/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace rbm {

namespace {

/// So that playing the longest chains takes no longer than some 25 seconds.
constexpr int kMostTicks = 140;
constexpr int kRowHeight = 56;

using Floats = std::vector<float>;

std::shared_ptr<const Floats> asValues(const std::vector<std::uint8_t> &states) {
    return std::make_shared<const Floats>(states.begin(), states.end());
}

/// Each chain's hidden states as one tile; where the tile has more room, the rest is off.
std::shared_ptr<const Floats> asTiles(const ChainStates &states, std::size_t units,
                                      std::size_t tile) {
    auto values = std::make_shared<Floats>(states.count * tile);
    for (std::size_t chain = 0; chain < states.count; ++chain) {
        for (std::size_t j = 0; j < units; ++j)
            (*values)[chain * tile + j] = states.hidden[chain * units + j];
    }
    return values;
}

} // namespace

NegativePage::NegativePage(QWidget *parent) : StoryPage(parent) {
    makeRows();
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("slowMotionSlider"));
    m_slider->setAccessibleName(tr("Step of the chains"));
    m_slider->setPageStep(2);
    m_place = makeLabel(QString(), "value", this);
    m_place->setObjectName(QStringLiteral("slowMotionPlace"));
    m_stripTitle = makeLabel(QString(), "caption", this);
    m_strip = new TileView(this);
    m_strip->setObjectName(QStringLiteral("slowMotionStrip"));
    m_strip->setAccessibleName(tr("Visible states of the chosen chain after each step"));
    auto *scrub = new QHBoxLayout;
    scrub->addWidget(m_slider, 1);
    scrub->addWidget(m_place);
    body()->addLayout(scrub);
    body()->addWidget(m_stripTitle);
    body()->addWidget(m_strip, 3);
    connect(m_slider, &QSlider::valueChanged, this, &NegativePage::showDraw);
    connect(m_visible, &TileView::selectionChanged, this, &NegativePage::showStrip);
    connect(m_strip, &TileView::tileClicked, this,
            [this](int sweep) { m_slider->setValue(2 * sweep); });
}

void NegativePage::makeRows() {
    m_visibleTitle = new QLabel(this);
    m_hiddenTitle = new QLabel(this);
    m_visible = new TileView(this);
    m_visible->setObjectName(QStringLiteral("slowMotionVisible"));
    m_visible->setAccessibleName(tr("Visible states of some chains"));
    m_hidden = new TileView(this);
    m_hidden->setObjectName(QStringLiteral("slowMotionHidden"));
    m_hidden->setAccessibleName(tr("Hidden states of the same chains"));
    m_hidden->setFocusPolicy(Qt::NoFocus);
    m_hidden->setAttribute(Qt::WA_TransparentForMouseEvents);
    for (TileView *view : {m_visible, m_hidden}) {
        view->setColumns(8);
        view->setMinimumHeight(kRowHeight);
    }
    for (QLabel *title : {m_visibleTitle, m_hiddenTitle})
        title->setTextFormat(Qt::RichText);
    body()->addWidget(m_visibleTitle);
    body()->addWidget(m_visible, 2);
    body()->addWidget(m_hiddenTitle);
    body()->addWidget(m_hidden, 2);
}

void NegativePage::applyTheme(const Theme &theme) {
    StoryPage::applyTheme(theme);
    for (TileView *view : {m_visible, m_hidden, m_strip}) {
        view->setColours(digitColours(theme.kind, DigitInk::Model));
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
    }
    if (m_scene)
        showDraw();
}

int NegativePage::sweeps() const {
    return m_scene ? static_cast<int>(m_scene->story().sweeps.size()) - 1 : 0;
}

void NegativePage::show(const StoryScene &scene) {
    const bool isNew = !m_scene || m_scene->told != scene.told;
    m_scene = scene;
    if (!isNew)
        return;
    m_visible->setTileShape(scene.image.width(), scene.image.height());
    m_strip->setTileShape(scene.image.width(), scene.image.height());
    const QSize hidden = hiddenShape(scene.story().hidden());
    m_hidden->setTileShape(hidden.width(), hidden.height());
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, 2 * sweeps());
        m_slider->setValue(0);
    }
    showDraw();
    if (m_visible->selected() < 0)
        m_visible->setSelected(0);
    showStrip();
}

void NegativePage::describe() {
    const UpdateStory &story = m_scene->story();
    const auto k = static_cast<int>(story.before.config.k);
    const QString start =
        story.rule.startAtData
            ? tr("Negative phase of CD: the chains start at the mini-batch, and each of the %n "
                 "Gibbs step(s) draws all visible, then all hidden units.",
                 nullptr, k)
            : tr("Negative phase: the persistent chains go on from where the last update left "
                 "them. Each of the %n Gibbs step(s) draws all visible, then all hidden units.",
                 nullptr, k);
    setSentence(sweeps() < k ? start + QLatin1Char(' ') +
                                   tr("The first %n step(s) are shown.", nullptr, sweeps())
                             : start);
}

void NegativePage::showDraw() {
    if (!m_scene)
        return;
    const UpdateStory &story = m_scene->story();
    const int at = m_slider->value();
    const auto &shownVisible = story.sweeps[static_cast<std::size_t>((at + 1) / 2)];
    const auto &shownHidden = story.sweeps[static_cast<std::size_t>(at / 2)];
    const auto chains = static_cast<int>(shownVisible.count);
    if (at == 0 && story.rule.startAtData) {
        m_visible->setBytes(std::make_shared<const std::vector<std::uint8_t>>(story.batch.pixels),
                            chains);
    } else {
        m_visible->setProbabilities(asValues(shownVisible.visible), chains);
    }
    const QSize shape = hiddenShape(story.hidden());
    m_hidden->setProbabilities(asTiles(shownHidden, story.hidden(),
                                       static_cast<std::size_t>(shape.width() * shape.height())),
                               chains);
    const bool visibleDrawn = at % 2 == 1;
    const bool hiddenDrawn = at > 0 && !visibleDrawn;
    const QString ofVisible = tr("<i>v<sub>i</sub></i> ~ <i>P</i>(<i>v<sub>i</sub></i> = 1 | "
                                 "<b>h</b>) = <i>σ</i>(<i>b<sub>i</sub></i> + "
                                 "Σ<sub><i>j</i></sub> <i>W<sub>ij</sub> h<sub>j</sub></i>)");
    const QString ofHidden = tr("<i>h<sub>j</sub></i> ~ <i>P</i>(<i>h<sub>j</sub></i> = 1 | "
                                "<b>v</b>) = <i>σ</i>(<i>c<sub>j</sub></i> + "
                                "Σ<sub><i>i</i></sub> <i>v<sub>i</sub> W<sub>ij</sub></i>)");
    setFormula((visibleDrawn ? accented(ofVisible) : faint(ofVisible)) + QStringLiteral("<br>") +
               (hiddenDrawn ? accented(ofHidden) : faint(ofHidden)));
    m_visibleTitle->setText(visibleDrawn ? accented(tr("Visible units, just drawn"))
                                         : tr("Visible units"));
    m_hiddenTitle->setText(hiddenDrawn ? accented(tr("Hidden units, just drawn"))
                                       : tr("Hidden units"));
    const QLocale locale;
    m_place->setText(at == 0
                         ? tr("start")
                         : tr("step %1 of %2, %3")
                               .arg(locale.toString((at + 1) / 2),
                                    locale.toString(static_cast<qulonglong>(story.before.config.k)),
                                    visibleDrawn ? tr("v") : tr("h")));
    m_strip->setSelected((at + 1) / 2);
    describe();
}

void NegativePage::showStrip() {
    if (!m_scene)
        return;
    const UpdateStory &story = m_scene->story();
    const std::size_t units = story.visible();
    const auto chain = static_cast<std::size_t>(std::max(0, m_visible->selected()));
    auto values = std::make_shared<Floats>();
    values->reserve(story.sweeps.size() * units);
    for (const ChainStates &states : story.sweeps) {
        const bool isImage = story.rule.startAtData && values->empty();
        for (std::size_t i = 0; i < units; ++i) {
            const std::size_t at = chain * units + i;
            values->push_back(isImage ? static_cast<float>(story.batch.pixels[at]) / 255
                                      : static_cast<float>(states.visible[at]));
        }
    }
    const int place = (m_slider->value() + 1) / 2;
    m_strip->setProbabilities(values, static_cast<int>(story.sweeps.size()));
    m_strip->setSelected(place);
    m_stripTitle->setText(
        tr("Chain %1 at the start and after each step; click a picture to go there.")
            .arg(chain + 1));
}

bool NegativePage::advance() {
    const int ahead = std::max(1, m_slider->maximum() / kMostTicks);
    if (m_slider->value() >= m_slider->maximum())
        return StoryPage::advance();
    m_slider->setValue(std::min(m_slider->value() + ahead, m_slider->maximum()));
    return true;
}

void NegativePage::rewind() {
    StoryPage::rewind();
    m_slider->setValue(0);
}

} // namespace rbm
