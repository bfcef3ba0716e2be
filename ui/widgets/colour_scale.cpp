#include "ui/widgets/colour_scale.h"

#include "ui/widgets/retranslate.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kBarWidth = 108;
constexpr int kBarHeight = 9;
constexpr int kNumberWidth = 40;
constexpr float kHuge = 1e5F;
} // namespace

ColourScale::ColourScale(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Scale of the weights"));
    whenLanguageChanges(this, [this] {
        if (m_scale > 0)
            tellScale();
    });
}

void ColourScale::setTheme(const Theme &theme) {
    m_text = theme.text3;
    m_border = theme.border;
    update();
}

void ColourScale::setColours(const ColourTable &table) {
    m_table = table;
    update();
}

void ColourScale::setScale(float scale) {
    m_scale = scale;
    tellScale();
    update();
}

void ColourScale::tellScale() {
    setAccessibleDescription(tr("From −%1 to +%1").arg(QLocale().toString(m_scale, 'g', 6)));
}

void ColourScale::paintEvent(QPaintEvent *) {
    if (m_scale <= 0)
        return;
    QPainter painter(this);
    const int length = std::clamp(width() - 2 * kNumberWidth, 2, kBarWidth);
    const QRect bar((width() - length) / 2, (height() - kBarHeight) / 2, length, kBarHeight);
    for (int x = 0; x < length; ++x) {
        const auto entry = static_cast<std::size_t>(x) * (m_table.size() - 1) /
                           static_cast<std::size_t>(length - 1);
        painter.fillRect(bar.left() + x, bar.top(), 1, kBarHeight, QColor(m_table[entry]));
    }
    painter.setPen(m_border);
    painter.drawRect(bar.adjusted(-1, -1, 0, 0));
    painter.setFont(numberFont(11));
    painter.setPen(m_text);
    // Weights that explode reach thousands, which are no powers of ten to read.
    const QString number = m_scale < 100 || m_scale >= kHuge ? QLocale().toString(m_scale, 'g', 2)
                                                             : QLocale().toString(m_scale, 'f', 0);
    painter.drawText(QRect(0, 0, bar.left() - 6, height()), Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("−") + number);
    painter.drawText(QRect(bar.right() + 7, 0, width(), height()), Qt::AlignVCenter,
                     QStringLiteral("+") + number);
}

} // namespace rbm
