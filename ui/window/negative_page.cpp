#include "ui/window/negative_page.h"

#include "ui/widgets/tile_view.h"
#include "ui/window/chain_pictures.h"
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

using Floats = std::vector<float>;

Floats fromBytes(const std::vector<std::uint8_t> &bytes, float largest) {
    Floats values(bytes.begin(), bytes.end());
    for (float &value : values)
        value /= largest;
    return values;
}

} // namespace

NegativePage::NegativePage(QWidget *parent) : StoryPage(parent) {
    m_chains = new ChainPictures(this);
    body()->addWidget(m_chains);
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
    m_strip->setTileNames([](int sweep) { return tr("Step %1").arg(sweep); });
    auto *scrub = new QHBoxLayout;
    scrub->addWidget(m_slider, 1);
    scrub->addWidget(m_place);
    body()->addLayout(scrub);
    body()->addWidget(m_stripTitle);
    body()->addWidget(m_strip, 3);
    connect(m_slider, &QSlider::valueChanged, this, &NegativePage::showDraw);
    connect(m_chains, &ChainPictures::selectionChanged, this, &NegativePage::showStrip);
    connect(m_strip, &TileView::tileClicked, this,
            [this](int sweep) { m_slider->setValue(2 * sweep); });
}

void NegativePage::applyTheme(const Theme &theme) {
    StoryPage::applyTheme(theme);
    m_chains->applyTheme(theme);
    m_strip->setColours(digitColours(theme.kind, DigitInk::Model));
    m_strip->setBackground(theme.panel);
    m_strip->setAccent(theme.accent);
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
    m_strip->setTileShape(scene.image.width(), scene.image.height());
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, 2 * sweeps());
        m_slider->setValue(0);
    }
    showDraw();
    showStrip();
}

void NegativePage::describe() {
    const UpdateStory &story = m_scene->story();
    const std::size_t k = story.before.config.k;
    const std::vector<std::uint8_t> &first = story.sweeps.front().hidden;
    const bool isOff = std::all_of(first.begin(), first.end(), [](auto unit) { return unit == 0; });
    QString start = tr("Negative phase: the persistent chains go on from where the last update "
                       "left them.");
    if (story.rule.startAtData)
        start = tr("Negative phase of CD: the chains start at the mini-batch, with hidden units "
                   "drawn from it.");
    else if (story.before.tempered)
        start = tr("Negative phase: the chains at temperature 1, after some of them swapped "
                   "states with their hotter replicas.");
    else if (story.rule.fast)
        start = tr("Negative phase of fast PCD: the persistent chains see the weights with fast "
                   "ones added, which push them on.");
    else if (isOff)
        start = tr("Negative phase: the persistent chains begin with all units off.");
    const QString steps =
        counted(k, tr("The one Gibbs step draws all visible, then all hidden units."),
                tr("Each of the %1 Gibbs steps draws all visible, then all hidden units."));
    QString text = start + QLatin1Char(' ') + steps;
    if (static_cast<std::size_t>(sweeps()) < k)
        text += QLatin1Char(' ') + tr("The first %1 are shown.").arg(QLocale().toString(sweeps()));
    setSentence(text);
}

void NegativePage::showDraw() {
    if (!m_scene)
        return;
    const UpdateStory &story = m_scene->story();
    const int at = m_slider->value();
    const ChainStates &visible = story.sweeps[static_cast<std::size_t>((at + 1) / 2)];
    const ChainStates &hidden = story.sweeps[static_cast<std::size_t>(at / 2)];
    const auto count = static_cast<int>(visible.count);
    if (at == 0 && story.rule.startAtData) {
        Floats images = fromBytes(story.batch.pixels, 255);
        images.resize(visible.count * story.visible());
        m_chains->showVisible(images, m_scene->image, count);
    } else {
        m_chains->showVisible(fromBytes(visible.visible, 1), m_scene->image, count);
    }
    m_chains->showHidden(fromBytes(hidden.hidden, 1), hiddenShape(story.hidden()), count);
    showWhatIsDrawn(at);
    m_strip->setSelected((at + 1) / 2);
    describe();
}

void NegativePage::showWhatIsDrawn(int at) {
    const bool visible = at % 2 == 1;
    const bool hidden = at > 0 && !visible;
    const QString ofVisible = tr("<i>v<sub>i</sub></i> ~ <i>P</i>(<i>v<sub>i</sub></i> = 1 | "
                                 "<b>h</b>) = <i>σ</i>(<i>b<sub>i</sub></i> + "
                                 "Σ<sub><i>j</i></sub> <i>W<sub>ij</sub> h<sub>j</sub></i>)");
    const QString ofHidden = tr("<i>h<sub>j</sub></i> ~ <i>P</i>(<i>h<sub>j</sub></i> = 1 | "
                                "<b>v</b>) = <i>σ</i>(<i>c<sub>j</sub></i> + "
                                "Σ<sub><i>i</i></sub> <i>v<sub>i</sub> W<sub>ij</sub></i>)");
    setFormula((visible ? accented(ofVisible) : faint(ofVisible)) + QStringLiteral("<br>") +
               (hidden ? accented(ofHidden) : faint(ofHidden)));
    m_chains->setTitles(
        visible ? accented(tr("Visible units <b>v</b>, just drawn")) : tr("Visible units <b>v</b>"),
        hidden ? accented(tr("Hidden units <b>h</b>, just drawn")) : tr("Hidden units <b>h</b>"));
    const QLocale locale;
    const auto k = static_cast<qulonglong>(m_scene->story().before.config.k);
    const QString place = visible ? tr("step %1 of %2: v") : tr("step %1 of %2: h");
    m_place->setText(at == 0 ? tr("start")
                             : place.arg(locale.toString((at + 1) / 2), locale.toString(k)));
}

void NegativePage::showStrip() {
    if (!m_scene)
        return;
    const UpdateStory &story = m_scene->story();
    const std::size_t units = story.visible();
    const auto chain = static_cast<std::size_t>(m_chains->selected());
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

/// The chains are as high as they need, the strip gets the rest.
void NegativePage::resizeEvent(QResizeEvent *) {
    m_chains->setFixedHeight(m_chains->heightFor(width()));
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
