#include "ui/window/gradient_page.h"

#include "ui/widgets/wrapped_label.h"
#include "ui/window/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace rbm {

GradientPage::GradientPage(QWidget *parent) : StoryPage(parent) {
    m_model = new TermPicture("slowMotionModelTerm", tr("Statistics of the model"), this);
    m_data = new TermPicture("slowMotionDataTerm", tr("Statistics of the data"), this);
    m_difference = new TermPicture("slowMotionGradient", tr("Gradient: model less data"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_model, 1);
    row->addWidget(makeSign(QStringLiteral("−"), this));
    row->addWidget(m_data, 1);
    row->addWidget(makeSign(QStringLiteral("="), this));
    row->addWidget(m_difference, 1);
    m_numbers = new WrappedLabel(nullptr, this);
    m_numbers->setTextFormat(Qt::RichText);
    body()->addLayout(row, 1);
    body()->addWidget(m_numbers);
}

void GradientPage::applyTheme(const Theme &theme) {
    StoryPage::applyTheme(theme);
    for (TermPicture *picture : {m_model, m_data, m_difference})
        picture->applyTheme(theme);
    if (m_scene)
        showFormula();
}

void GradientPage::showFormula() {
    const UpdateStory &story = m_scene->story();
    const bool centred = !story.visibleOffsets.empty();
    const QString product = centred ? QStringLiteral("(<i>v<sub>i</sub></i> − "
                                                     "<i>μ<sub>i</sub></i>)(<i>h<sub>j</sub></i> − "
                                                     "<i>λ<sub>j</sub></i>)")
                                    : QStringLiteral("<i>v<sub>i</sub> h<sub>j</sub></i>");
    setFormula(
        tr("<i>g<sub>ij</sub></i> = ⟨%1⟩<sub>model</sub> − ⟨%1⟩<sub>data</sub>").arg(product));
    const QString chains = counted(story.chains, tr("one chain"), tr("%1 chains"));
    const QString images = counted(story.images(), tr("one image"), tr("%1 images"));
    QString text =
        tr("How often pixel and unit are on together: in %1 after the last step (negative phase), "
           "minus how often in %2 (positive phase). Blue will push weights down, orange up.")
            .arg(chains, images);
    if (centred)
        text += QLatin1Char(' ') + tr("Centred: pixels count from their mean <i>μ</i> in the "
                                      "data, units from their running mean <i>λ</i>.");
    if (story.rule.weightDecay > 0)
        text += QLatin1Char(' ') + tr("Weight decay joins in the step.");
    setSentence(text);
}

void GradientPage::show(const StoryScene &scene) {
    m_scene = scene;
    const UnitStep &unit = scene.unit;
    std::vector<float> difference(unit.modelTerm.size());
    for (std::size_t i = 0; i < difference.size(); ++i)
        difference[i] = unit.modelTerm[i] - unit.dataTerm[i];
    // The two terms share a scale, or their difference could not be seen in them.
    const float scale = largestMagnitude({&unit.modelTerm, &unit.dataTerm});
    const float fine = largestMagnitude({&difference});
    m_model->setTitle(tr("Model"));
    m_data->setTitle(tr("Data"));
    m_difference->setTitle(tr("Gradient"));
    m_model->setWeights(unit.modelTerm, scene.image, scale);
    m_data->setWeights(unit.dataTerm, scene.image, scale);
    m_difference->setWeights(std::move(difference), scene.image, fine);
    const QLocale locale;
    m_numbers->setText(
        tr("Unit %1 is on in <b>%2</b> of the chains and answers <b>%3</b> to the "
           "images on average.")
            .arg(unit.unit)
            .arg(locale.toString(unit.modelOn, 'f', 3), locale.toString(unit.dataOn, 'f', 3)));
    showFormula();
}

} // namespace rbm
