#include "ui/widgets/honesty_explanation.h"

#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kWidth = 400;
constexpr int kMargin = 8; ///< from the window's edges and from the anchor
} // namespace

HonestyExplanation::HonestyExplanation(QWidget *parent) : QFrame(parent) {
    setObjectName(QStringLiteral("honestyExplanation"));
    setProperty("panel", true);
    setAccessibleName(tr("Why a likelihood can be too good to be true"));
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(28);
    shadow->setOffset(0, 6);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(16, 14, 16, 14);
    box->setSpacing(8);
    auto *title = new QLabel(tr("Why a likelihood can be too good to be true"), this);
    title->setProperty("role", "title");
    box->addWidget(title);
    addParagraph(tr("A log-likelihood needs log Z, the sum over all states of the model. Here it "
                    "is estimated by runs that anneal from a simple model to this one."));
    addParagraph(
        tr("<b>Forward</b> runs find log Z too low on average, so the likelihood looks "
           "too good. That needs no assumption. The fewer temperatures, the further off."));
    addParagraph(
        tr("<b>Reverse</b> runs go back from the model’s own states and find log Z too "
           "high on average, so the likelihood looks too bad. That assumes that they "
           "start in equilibrium: from chains that miss a mode it can be too low as well."));
    addParagraph(tr("On average the two bracket the truth. Where they agree and many runs carry "
                    "the weight, that is strong evidence, not proof."));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("honestyExplanationClose"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    box->addWidget(close, 0, Qt::AlignRight);
    setFocusProxy(close);
    hide();
}

void HonestyExplanation::addParagraph(const QString &text) {
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    layout()->addWidget(label);
}

void HonestyExplanation::openAbove(QWidget *anchor) {
    QWidget *window = anchor->window();
    setParent(window);
    setFixedWidth(std::min(kWidth, window->width() - 2 * kMargin));
    setFixedHeight(std::min(layout()->heightForWidth(width()), window->height() - 2 * kMargin));
    const QPoint corner = anchor->mapTo(window, QPoint(anchor->width(), 0));
    const int left = std::clamp(corner.x() - width(), kMargin, window->width() - width() - kMargin);
    const int top =
        std::clamp(corner.y() - height() - kMargin, kMargin, window->height() - height() - kMargin);
    move(left, top);
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

/// Esc closes this first, whatever else in the window it would end.
bool HonestyExplanation::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) // NOLINT: it is one
        event->accept();
    return QFrame::event(event);
}

void HonestyExplanation::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace rbm
