#include "ui/window/story_page.h"

#include "ui/widgets/picture_view.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/window/panel.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

namespace {
constexpr int kDwell = 18; ///< ticks that a part without steps of its own is shown for
constexpr int kFormulaSize = 16;
constexpr int kSignSize = 20;
} // namespace

StoryPage::StoryPage(QWidget *parent) : QWidget(parent) {
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(6);
    m_formula = new WrappedLabel(nullptr, this);
    m_formula->setTextFormat(Qt::RichText);
    m_formula->setObjectName(QStringLiteral("slowMotionFormula"));
    m_sentence = new WrappedLabel("hint", this);
    m_sentence->setTextFormat(Qt::RichText);
    m_body->addWidget(m_formula);
    m_body->addWidget(m_sentence);
}

void StoryPage::applyTheme(const Theme &theme) { m_theme = theme; }

bool StoryPage::advance() { return ++m_ticks < kDwell; }

void StoryPage::setFormula(const QString &formula) {
    m_formula->setText(
        QStringLiteral("<span style='font-size:%1px'>%2</span>").arg(kFormulaSize).arg(formula));
}

void StoryPage::setSentence(const QString &sentence) { m_sentence->setText(sentence); }

QString StoryPage::accented(const QString &text) const {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(m_theme.accent.name(), text);
}

QString StoryPage::faint(const QString &text) const {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(m_theme.text3.name(), text);
}

TermPicture::TermPicture(const char *name, const QString &accessibleName, QWidget *parent)
    : QWidget(parent) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::RichText);
    m_title->setAlignment(Qt::AlignCenter);
    // Names may not widen their pictures: those of a row are alike.
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_picture = new PictureView(this);
    m_picture->setObjectName(QLatin1String(name));
    m_picture->setAccessibleName(accessibleName);
    m_scale = makeLabel(QString(), "caption", this);
    m_scale->setAlignment(Qt::AlignCenter);
    m_scale->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_picture, 100);
    layout->addWidget(m_scale);
    layout->addStretch(1);
}

/// Name and scale stay beside the picture, which is about as high as it is wide.
void TermPicture::resizeEvent(QResizeEvent *) { m_picture->setMaximumHeight(width()); }

void TermPicture::applyTheme(const Theme &theme) {
    m_picture->setColours(weightColours(theme.kind));
    m_picture->setBorder(theme.border);
}

void TermPicture::setTitle(const QString &richText) { m_title->setText(richText); }

void TermPicture::setWeights(std::vector<float> values, const QSize &shape, float scale) {
    m_picture->setValues(std::move(values), shape, -scale, scale);
    m_scale->setTextFormat(Qt::RichText);
    m_scale->setText(tr("±%1").arg(richNumber(static_cast<double>(scale), 2)));
}

QLabel *makeSign(const QString &text, QWidget *parent) {
    auto *label = new QLabel(
        QStringLiteral("<span style='font-size:%1px'>%2</span>").arg(kSignSize).arg(text), parent);
    label->setAlignment(Qt::AlignCenter);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    return label;
}

float largestMagnitude(std::initializer_list<const std::vector<float> *> pictures) {
    float largest = 0;
    for (const auto *picture : pictures) {
        for (const float value : *picture)
            largest = std::max(largest, std::abs(value));
    }
    return largest;
}

QString richNumber(double value, int digits) {
    const QLocale locale;
    if (value == 0 || (std::abs(value) >= 1e-3 && std::abs(value) < 1e5))
        return locale.toString(value, 'g', digits);
    const int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return QStringLiteral("%1&nbsp;·&nbsp;10<sup>%2</sup>")
        .arg(locale.toString(value / std::pow(10, power), 'g', digits))
        .arg(QString::number(power).replace(QLatin1Char('-'), QChar(0x2212)));
}

QString counted(std::size_t count, const QString &one, const QString &more) {
    return count == 1 ? one : more.arg(QLocale().toString(static_cast<qulonglong>(count)));
}

QSize hiddenShape(std::size_t units) {
    constexpr double kSides = 1.25;
    const auto count = static_cast<int>(units);
    const int ideal =
        std::max(1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(count) * kSides))));
    // A width near the ideal that leaves no gap in the last row, where there is one.
    for (int off = 0; off <= ideal / 3; ++off) {
        for (const int width : {ideal - off, ideal + off}) {
            if (width > 0 && count % width == 0)
                return {width, count / width};
        }
    }
    return {ideal, (count + ideal - 1) / ideal};
}

} // namespace rbm
