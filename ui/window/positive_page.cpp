#include "ui/window/positive_page.h"

#include "ui/widgets/picture_view.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/tile_view.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/window/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace rbm {

namespace {
constexpr std::size_t kMostImages = 400; ///< beyond that they are too small to be seen
} // namespace

PositivePage::PositivePage(QWidget *parent) : StoryPage(parent) {
    m_images = new TileView(this);
    m_images->setObjectName(QStringLiteral("slowMotionBatch"));
    m_images->setAccessibleName(tr("Images of the mini-batch"));
    m_images->setTileNames([](int image) { return tr("Image %1").arg(image + 1); });
    m_answer = new PictureView(this);
    m_answer->setObjectName(QStringLiteral("slowMotionAnswer"));
    m_answer->setAccessibleName(tr("Probabilities of all hidden units for the chosen image"));
    m_all = new PictureView(this);
    m_all->setObjectName(QStringLiteral("slowMotionAnswers"));
    m_all->setAccessibleName(tr("Probabilities of all hidden units for all images"));
    m_all->setStretched(true);
    m_answerTitle = makeLabel(QString(), "caption", this);
    m_allTitle = new WrappedLabel("caption", this);
    m_unitText = new WrappedLabel(nullptr, this);
    m_unitText->setTextFormat(Qt::RichText);
    auto *answers = new QVBoxLayout;
    answers->setSpacing(4);
    answers->addWidget(m_answerTitle);
    answers->addWidget(m_answer, 3);
    answers->addWidget(m_allTitle);
    answers->addWidget(m_all, 2);
    answers->addWidget(m_unitText);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(m_images, 6);
    row->addLayout(answers, 5);
    body()->addLayout(row, 1);
    connect(m_images, &TileView::selectionChanged, this, &PositivePage::showImage);
    whenLanguageChanges(this, [this] {
        setFormula(tr("<i>P</i>(<i>h<sub>j</sub></i> = 1 | <b>v</b><sub>data</sub>) = "
                      "<i>σ</i>(<i>c<sub>j</sub></i> + Σ<sub><i>i</i></sub> "
                      "<i>v<sub>i</sub> W<sub>ij</sub></i>)"));
    });
}

void PositivePage::applyTheme(const Theme &theme) {
    StoryPage::applyTheme(theme);
    m_images->setColours(digitColours(theme.kind, DigitInk::Mnist));
    m_images->setBackground(theme.panel);
    m_images->setAccent(theme.accent);
    for (PictureView *view : {m_answer, m_all}) {
        view->setColours(digitColours(theme.kind, DigitInk::Model));
        view->setBorder(theme.border);
    }
    if (m_scene)
        show(*m_scene);
}

void PositivePage::show(const StoryScene &scene) {
    const bool isNew = !m_scene || m_scene->told != scene.told;
    m_scene = scene;
    const UpdateStory &story = scene.story();
    const std::size_t shown = std::min(story.images(), kMostImages);
    const auto images = static_cast<int>(shown);
    if (isNew) {
        m_images->setTileShape(scene.image.width(), scene.image.height());
        m_images->setBytes(std::make_shared<const std::vector<std::uint8_t>>(story.batch.pixels),
                           images);
        const auto first = story.dataHidden.begin();
        m_all->setValues({first, first + static_cast<std::ptrdiff_t>(shown * story.hidden())},
                         QSize(static_cast<int>(story.hidden()), images), 0, 1);
        if (m_images->selected() < 0)
            m_images->setSelected(0);
    }
    QString text = counted(story.images(),
                           tr("Positive phase: the image of this mini-batch is put on the visible "
                              "units, and every hidden unit answers with a probability."),
                           tr("Positive phase: each of the %1 images of this mini-batch is put on "
                              "the visible units, and every hidden unit answers with a "
                              "probability."));
    if (shown < story.images())
        text += QLatin1Char(' ') + tr("The first %1 are shown.").arg(QLocale().toString(images));
    setSentence(text);
    m_allTitle->setText(tr("All images: one row each"));
    m_all->setMarked({static_cast<int>(scene.unit.unit), 0, 1, images}, colours().accent);
    showImage();
}

/// The names stay beside their pictures; what is left goes to the answers to all images.
void PositivePage::resizeEvent(QResizeEvent *) { m_answer->setMaximumHeight(width() * 3 / 8); }

void PositivePage::showImage() {
    if (!m_scene)
        return;
    const UpdateStory &story = m_scene->story();
    const auto chosen = static_cast<std::size_t>(std::max(0, m_images->selected()));
    const auto first =
        story.dataHidden.begin() + static_cast<std::ptrdiff_t>(chosen * story.hidden());
    const QSize shape = hiddenShape(story.hidden());
    m_answer->setValues({first, first + static_cast<std::ptrdiff_t>(story.hidden())}, shape, 0, 1);
    const auto unit = static_cast<int>(m_scene->unit.unit);
    m_answer->setMarked({unit % shape.width(), unit / shape.width(), 1, 1}, colours().accent);
    const QLocale locale;
    m_answerTitle->setText(tr("Image %1: all %2 hidden units, from 0 to 1")
                               .arg(locale.toString(static_cast<qulonglong>(chosen) + 1),
                                    locale.toString(static_cast<qulonglong>(story.hidden()))));
    const double here = story.dataHidden[chosen * story.hidden() + m_scene->unit.unit];
    m_unitText->setText(
        tr("Unit %1 answers <b>%2</b> to this image, <b>%3</b> on average.")
            .arg(m_scene->unit.unit)
            .arg(locale.toString(here, 'f', 3), locale.toString(m_scene->unit.dataOn, 'f', 3)));
}

} // namespace rbm
